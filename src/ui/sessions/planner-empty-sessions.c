/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/sessions/planner-empty-sessions.h"

#include "ui/widgets/planner-empty-page.h"
#include "ui/widgets/planner-wrapped-button.h"

#include <glib/gi18n.h>

/* The maximum length of the search text that the page without results repeats, in characters. */
#define MAX_SHOWN_WORDS 60

static const PlannerEmptyPage empty = { "empty", "x-office-calendar-symbolic", N_ ("No Sessions"),
                                        N_ ("The schedule has no sessions yet.") };

static const PlannerEmptyPage no_stars = { "no-stars", "starred-symbolic", N_ ("No Starred Sessions Yet"),
                                           N_ ("Sessions that you star appear here.") };

static const PlannerEmptyPage no_results = { "no-results", "edit-find-symbolic", N_ ("No Results Found"),
                                             NULL };

static const PlannerEmptyPage no_matches = { "no-matches", "edit-find-symbolic", N_ ("No Results Found"),
                                             N_ ("No session matches all filters. Clear them to see more.") };

static const PlannerEmptyPage *
choose_page (PlannerScope scope, PlannerSessionLists *lists, PlannerSessionFilter *filter)
{
  if (!planner_session_filter_is_empty (filter))
    return &no_matches;
  if (planner_session_lists_is_searching (lists))
    return &no_results;

  return scope == PLANNER_SCOPE_MY_SCHEDULE ? &no_stars : &empty;
}

/* Returns: (transfer none) (nullable): a new button of the page; %NULL if the page has one already */
static GtkWidget *
add_button (AdwStatusPage *page, const char *label)
{
  GtkWidget *button;

  if (adw_status_page_get_child (page))
    return NULL;

  button = gtk_button_new_with_mnemonic (label);
  planner_button_wrap_label (GTK_BUTTON (button));
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  adw_status_page_set_child (page, button);

  return button;
}

static void
ensure_clear_button (AdwStatusPage *page, PlannerSessionFilter *filter)
{
  GtkWidget *button = add_button (page, _ ("_Clear Filters"));

  if (button)
    g_signal_connect_object (button, "clicked", G_CALLBACK (planner_session_filter_clear), filter,
                             G_CONNECT_SWAPPED);
}

static void
ensure_browse_button (AdwStatusPage *page)
{
  GtkWidget *button = add_button (page, _ ("Show All Sessions"));

  if (!button)
    return;

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", "all");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-view");
}

/**
 * planner_empty_sessions_ensure:
 * @stack: the stack that shows the lists
 * @scope: the scope of the lists
 * @lists: the lists, of which the one on screen is empty
 * @filter: the filter of the lists
 *
 * Creates the page that says why the list is empty, unless it is already in @stack.
 *
 * Returns: the name of the page in @stack
 */
const char *
planner_empty_sessions_ensure (GtkStack *stack,
                               PlannerScope scope,
                               PlannerSessionLists *lists,
                               PlannerSessionFilter *filter)
{
  const PlannerEmptyPage *page = choose_page (scope, lists, filter);
  AdwStatusPage *widget = planner_empty_page_ensure (page, stack);

  if (page == &no_matches)
    ensure_clear_button (widget, filter);
  else if (page == &no_stars)
    ensure_browse_button (widget);

  return page->name;
}

/**
 * planner_empty_sessions_describe_search:
 * @stack: the stack that shows the lists
 * @text: the text that is searched for
 *
 * Makes the page without results repeat the beginning of @text.
 */
void
planner_empty_sessions_describe_search (GtkStack *stack, const char *text)
{
  g_autofree char *start = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), MAX_SHOWN_WORDS));
  g_autofree char *shown = g_strconcat (start, g_str_equal (start, text) ? "" : "…", NULL);
  /* Translators: %s is the text that was searched for. */
  g_autofree char *sentence = g_strdup_printf (_ ("No session matches “%s”."), shown);
  g_autofree char *markup = g_markup_escape_text (sentence, -1);

  adw_status_page_set_description (planner_empty_page_ensure (&no_results, stack), markup);
}
