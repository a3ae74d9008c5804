/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Looks for texts that overlap, that are cut without an ellipsis, or that stick out of what contains them (U7). */

#pragma once

#include <adwaita.h>

typedef struct
{
  guint64 n_texts;    /* how many texts were checked, each once per width */
  GHashTable *faults; /* (element-type utf8 int): a sentence for each fault, and how many widths have it */
  char *place;        /* nullable: the page or the dialog on screen */
  int width;          /* of the window */
  GLogFunc log_func;  /* of the test */
} UiShownTexts;

/* Until it is freed, warnings of GTK and libadwaita are faults, such as those about what is too large for its window. They
 * are ignored while there is no place. */
UiShownTexts *ui_shown_texts_new (void);
void ui_shown_texts_free (UiShownTexts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UiShownTexts, ui_shown_texts_free)

void ui_shown_texts_set_place (UiShownTexts *self, const char *place, int width);

/* Checks the texts of a widget that has an allocation. */
void ui_shown_texts_check (UiShownTexts *self, GtkWidget *root);

/* Prints the figures, and lets the test fail if there are faults. */
void ui_shown_texts_report (UiShownTexts *self);

/* Gives the content of a window this size, and waits for the layout. */
void ui_resize_content (GtkWidget *window, int width, int height);

/* Waits until breakpoints, and the layout after them, have followed a change of the size. */
void ui_wait_for_layout (GtkWidget *window);

/* Loads the style of the program, which otherwise its application loads. */
void ui_load_style (void);

/* Sets the size of all texts, as the desktop does. */
void ui_set_text_scale (double scale);
