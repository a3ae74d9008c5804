/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/ui-fixture.h"

#include "ui/sessions/planner-row-text.h"
#include "ui/sessions/planner-session-row.h"
#include "words/planner-words.h"

/* The widths of the rows: from those of the narrowest window to those of the widest. With PLANNER_EVERY_PIXEL in the
 * environment each width is tried with each session. */
#define NARROWEST 300
#define WIDEST 1600
#define STEP 20

/* How many sessions with the longest texts are tried, and how many of the others. */
#define N_CHOSEN 30

typedef struct
{
  GtkWidget *widget;
  PangoLayout *layout;
  graphene_rect_t text; /* in the coordinates of the row */
} Shown;

static gboolean
tries_everything (void)
{
  return g_getenv ("PLANNER_EVERY_PIXEL") != NULL;
}

static void
set_text_scale (double scale)
{
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", (int) (96 * 1024 * scale), NULL);
}

/* The place where the label paints its text, which may be larger than the label. */
static graphene_rect_t
get_text_rect (GtkLabel *label, GtkWidget *row)
{
  graphene_rect_t text;
  graphene_point_t origin;
  PangoRectangle logical;
  int x, y;

  gtk_label_get_layout_offsets (label, &x, &y);
  pango_layout_get_pixel_extents (gtk_label_get_layout (label), NULL, &logical);
  g_assert_true (gtk_widget_compute_point (GTK_WIDGET (label), row, graphene_point_zero (), &origin));
  graphene_rect_init (&text, origin.x + (float) (x + logical.x), origin.y + (float) (y + logical.y),
                      (float) logical.width, (float) logical.height);

  return text;
}

static void
add_shown (GArray *texts, GtkWidget *widget, PangoLayout *layout, const graphene_rect_t *text)
{
  if (*pango_layout_get_text (layout) != '\0')
    g_array_append_val (texts, ((Shown) { widget, layout, *text }));
}

static void
collect_row_texts (GtkWidget *widget, GtkWidget *row, GArray *texts)
{
  graphene_point_t origin;
  graphene_rect_t text;
  PangoLayout *layout;

  g_assert_true (gtk_widget_compute_point (widget, row, graphene_point_zero (), &origin));
  for (guint i = 0; (layout = planner_row_text_get_layout (PLANNER_ROW_TEXT (widget), i, &text)); i++)
    {
      graphene_rect_offset (&text, origin.x, origin.y);
      add_shown (texts, widget, layout, &text);
    }
}

static void
collect_texts (GtkWidget *widget, GtkWidget *row, GArray *texts)
{
  if (!gtk_widget_get_visible (widget))
    return;
  if (PLANNER_IS_ROW_TEXT (widget))
    collect_row_texts (widget, row, texts);
  if (GTK_IS_LABEL (widget))
    {
      const graphene_rect_t text = get_text_rect (GTK_LABEL (widget), row);

      add_shown (texts, widget, gtk_label_get_layout (GTK_LABEL (widget)), &text);
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    collect_texts (child, row, texts);
}

static gboolean
is_within (const graphene_rect_t *inner, const graphene_rect_t *outer)
{
  const graphene_rect_t room = GRAPHENE_RECT_INIT (outer->origin.x - 1, outer->origin.y - 1,
                                                   outer->size.width + 2, outer->size.height + 2);

  return graphene_rect_contains_rect (&room, inner);
}

static void
check_text (const Shown *shown, GtkWidget *row, int width)
{
  const graphene_rect_t row_rect =
      GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (row), (float) gtk_widget_get_height (row));
  const char *text = pango_layout_get_text (shown->layout);
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (shown->widget, row, &bounds));
  if (!is_within (&bounds, &row_rect))
    g_error ("“%s” sticks out of its row at %d pixels", text, width);
  if (!is_within (&shown->text, &bounds))
    g_error ("“%s” does not fit into its widget at %d pixels", text, width);
  if (pango_layout_get_ellipsize (shown->layout) == PANGO_ELLIPSIZE_NONE &&
      pango_layout_is_ellipsized (shown->layout))
    g_error ("“%s” is cut at %d pixels", text, width);
}

static void
check_row (GtkWidget *row, int width)
{
  g_autoptr (GArray) texts = g_array_new (FALSE, FALSE, sizeof (Shown));

  collect_texts (row, row, texts);
  g_assert_cmpuint (texts->len, >, 1);
  for (guint i = 0; i < texts->len; i++)
    {
      const Shown *shown = &g_array_index (texts, Shown, i);

      check_text (shown, row, width);
      for (guint j = 0; j < i; j++)
        if (graphene_rect_intersection (&shown->text, &g_array_index (texts, Shown, j).text, NULL))
          g_error ("“%s” overlaps “%s” at %d pixels", pango_layout_get_text (shown->layout),
                   pango_layout_get_text (g_array_index (texts, Shown, j).layout), width);
    }
}

static void
check_width (GtkWidget *row, int width)
{
  int height;

  gtk_widget_measure (row, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  gtk_widget_allocate (row, width, height, -1, NULL);
  check_row (row, width);
}

/* The three lists differ in the parts that a row shows: a forum, all sessions, the results of a search. */
static void
check_entry (PlannerConference *conference, PlannerEntry *entry, int list)
{
  PlannerSessionRow *row = g_object_ref_sink (planner_session_row_new ());

  g_object_set (row, "conference", conference, "entry", entry, "show-forum", list > 0, "show-day", list > 1,
                NULL);
  for (int width = NARROWEST; width <= WIDEST; width += tries_everything () ? 1 : STEP)
    check_width (GTK_WIDGET (row), width);
  g_assert_finalize_object (row);
}

static gsize
get_length (PlannerEntry *entry)
{
  const PlannerSession *session = planner_entry_get_session (entry);
  g_autofree char *speakers = planner_session_dup_speaker_names (session);
  const gsize room = session->room && session->room->title.shown ? strlen (session->room->title.shown) : 0;

  return strlen (session->title.shown) + strlen (speakers) + 3 * room;
}

static int
compare_lengths (gconstpointer a, gconstpointer b)
{
  const gsize length_a = get_length (*(PlannerEntry **) a);
  const gsize length_b = get_length (*(PlannerEntry **) b);

  return (length_a < length_b) - (length_a > length_b);
}

/* Returns the entries, those with the longest texts first. */
static GPtrArray *
list_entries (PlannerConference *conference)
{
  GListModel *model = planner_conference_get_entries (conference);
  GPtrArray *entries = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    g_ptr_array_add (entries, g_list_model_get_item (model, i));
  g_ptr_array_sort (entries, compare_lengths);

  return entries;
}

static void
check_conference (PlannerConference *conference)
{
  g_autoptr (GPtrArray) entries = list_entries (conference);
  const guint others = tries_everything () ? 1 : MAX (1, entries->len / N_CHOSEN);

  for (guint i = 0; i < entries->len; i++)
    if (i < N_CHOSEN || i % others == 0)
      for (int list = 0; list < 3; list++)
        if (tries_everything () || list == (int) (i % 3))
          check_entry (conference, g_ptr_array_index (entries, i), list);
}

static void
check_scales (PlannerConference *conference)
{
  set_text_scale (2);
  check_conference (conference);
  set_text_scale (1);
  check_conference (conference);
}

static void
append_long_event (GString *events, int n, const char *title, const char *room, int n_speakers)
{
  g_string_append_printf (
      events,
      "%s{\"guid\":\"" KEY_FORMAT "\",\"id\":%d,\"title\":\"%s\",\"date\":\"2026-07-01T10:00:00+02:00\","
      "\"duration\":\"01:00\",\"room\":\"%s\",\"track\":\"A forum with a name of many words, "
      "as some conferences have\",\"persons\":[",
      events->len > 0 ? "," : "", n, n, title, room);
  for (int i = 0; i < n_speakers; i++)
    g_string_append_printf (events, "%s{\"id\":%d,\"name\":\"Maximiliane Wolkenstein-Rodenegg %d\"}",
                            i > 0 ? "," : "", i, i);
  g_string_append (events, "]}");
}

static void
test_generated (UiFixture *fixture, gconstpointer data)
{
  g_autoptr (GString) first = g_string_new (NULL);
  g_autoptr (GString) second = g_string_new (NULL);
  g_autofree char *path = g_build_filename (fixture->folder, "long.json", NULL);
  g_autofree char *word = g_strnfill (200, 'w');
  g_autofree char *feed = NULL;
  g_autoptr (GError) error = NULL;

  append_long_event (first, 1, "Short", "Hall", 0);
  append_long_event (first, 2, word, word, 1);
  append_long_event (first, 3,
                     "A title of so many words that it needs more than two lines in a narrow window "
                     "and more than one line even in a wide one, because its author likes long titles",
                     "The large hall on the second floor of the old building (H.1301, Cornil)", 12);
  append_long_event (second, 4, "关于在超大规模集群上运行开源人工智能基础设施的经验与教训以及未来展望",
                     "主会场三层大宴会厅", 3);
  append_long_event (second, 5, "אבטחת שרשרת האספקה של תוכנה בקוד פתוח", "אולם 3", 2);
  feed = ui_make_schedule ("1", "Long", first, second);
  g_assert_true (g_file_set_contents (path, feed, -1, NULL));

  check_scales (add_to_library (fixture->library, path, &error));
  g_assert_no_error (error);
}

static void
test_real (UiFixture *fixture, gconstpointer data)
{
  const char *folder = g_getenv ("PLANNER_REAL_FEEDS");
  g_autofree char *path = folder ? g_build_filename (folder, data, NULL) : NULL;
  g_autoptr (GError) error = NULL;
  PlannerConference *conference;

  if (!path || !g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_test_skip ("the real schedule is missing");
      return;
    }

  conference = add_to_library (fixture->library, path, &error);
  g_assert_no_error (error);
  check_scales (conference);
}

static void
load_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, "/org/gotc/Planner/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

static void
add (const char *path, void (*test) (UiFixture *, gconstpointer), const char *feed)
{
  g_test_add (path, UiFixture, feed, ui_set_up, test, ui_tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  load_style ();

  add ("/ui/row-layout/U7/long-texts-do-not-overlap", test_generated, NULL);
  add ("/ui/row-layout/U7/36c3-does-not-overlap", test_real, "json/36c3-everything.json");
  add ("/ui/row-layout/U7/fosdem-does-not-overlap", test_real, "xml/fosdem-2025-b.xml");
  add ("/ui/row-layout/U7/coscup-does-not-overlap", test_real, "other/coscup2023-session.json");

  return g_test_run ();
}
