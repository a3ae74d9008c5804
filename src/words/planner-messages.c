/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "words/planner-messages.h"

#include "feed/planner-feed.h"
#include "model/planner-backup-error.h"
#include "net/planner-fetcher.h"
#include "store/planner-store-error.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

typedef struct
{
  int code;
  const char *sentence;
} Message;

static const Message fetch_messages[] = {
  { PLANNER_FETCH_ERROR_BAD_ADDRESS,
    N_ ("This is not the address of a web page or a file. Check it for mistakes.") },
  { PLANNER_FETCH_ERROR_OFFLINE, N_ ("There is no network. Connect to one and try again.") },
  { PLANNER_FETCH_ERROR_NO_SUCH_HOST,
    N_ ("There is no server with this name. Check the address for mistakes, or try again later.") },
  { PLANNER_FETCH_ERROR_UNREACHABLE, N_ ("The server cannot be reached. Try again later.") },
  { PLANNER_FETCH_ERROR_TIMED_OUT, N_ ("The server takes too long to respond. Try again later.") },
  { PLANNER_FETCH_ERROR_TLS,
    N_ ("The connection to the server is not secure. Check the date of this computer, or sign in to the network first.") },
  { PLANNER_FETCH_ERROR_NOT_TLS,
    N_ ("No encrypted connection to the server is possible at this address. Try the address with http:// instead of https://.") },
  { PLANNER_FETCH_ERROR_WEBCAL,
    N_ ("The planner fetches webcal addresses by https only, and the server does not allow that. Look for an "
        "https address on the conference’s website.") },
  { PLANNER_FETCH_ERROR_UNAUTHORIZED, N_ ("The server requires a password. Use an address that is public.") },
  { PLANNER_FETCH_ERROR_FORBIDDEN,
    N_ ("The server does not allow access to this address. Use an address that is public.") },
  { PLANNER_FETCH_ERROR_PROXY,
    N_ ("The proxy of this network requires a password. Check the proxy in the network settings.") },
  { PLANNER_FETCH_ERROR_NOT_FOUND,
    N_ ("There is no schedule at this address. It may have moved: look for it on the conference’s website.") },
  { PLANNER_FETCH_ERROR_SERVER, N_ ("The server has a problem. Try again later.") },
  { PLANNER_FETCH_ERROR_REFUSED, N_ ("The server did not send a schedule. Try again later.") },
  { PLANNER_FETCH_ERROR_REDIRECTS,
    N_ ("This address redirects too often. Look for another one on the conference’s website.") },
  { PLANNER_FETCH_ERROR_INSECURE_REDIRECT,
    N_ ("This address redirects to one that is not secure or not public. Look for another one on the conference’s "
        "website.") },
  { PLANNER_FETCH_ERROR_TOO_LARGE,
    N_ ("The file at this address is too large for a schedule. Check that it is the right one.") },
  { PLANNER_FETCH_ERROR_TRUNCATED,
    N_ ("The connection was closed before the schedule was complete. Try again.") },
  { PLANNER_FETCH_ERROR_FOLDER, N_ ("This is a folder. Choose a schedule file in it.") },
  { PLANNER_FETCH_ERROR_PIPE,
    N_ ("This is a pipe, not a file. Save the schedule to a file and choose that.") },
  { PLANNER_FETCH_ERROR_SOCKET, N_ ("This is a socket, not a file. Choose a schedule file.") },
  { PLANNER_FETCH_ERROR_DEVICE, N_ ("This is a device, not a file. Choose a schedule file.") },
  { PLANNER_FETCH_ERROR_SYSTEM_FILE, N_ ("This is a file of the operating system. Choose a schedule file.") },
  { PLANNER_FETCH_ERROR_CAPTIVE,
    N_ ("This network requires you to sign in. Open a web page, sign in, and try again.") },
  { PLANNER_FETCH_ERROR_NO_SUCH_FILE, N_ ("There is no such file. Check its path for mistakes.") },
  { PLANNER_FETCH_ERROR_UNREADABLE,
    N_ ("This file cannot be read. Change its permissions or choose another one.") },
};

static const Message feed_messages[] = {
  { PLANNER_FEED_ERROR_EMPTY,
    N_ ("There is nothing at this address. The schedule may be published later: try again then.") },
  { PLANNER_FEED_ERROR_WEB_PAGE,
    N_ ("This is a web page, not a schedule. Sign in to the network if it requires that, or look for a link named "
        "“JSON”, “XML”, “iCal” or “export” on the page.") },
  { PLANNER_FEED_ERROR_BROKEN,
    N_ ("The schedule is damaged and cannot be read. Tell its organizers, or try again later.") },
  { PLANNER_FEED_ERROR_TRUNCATED, N_ ("The schedule ends in the middle. Try again.") },
  { PLANNER_FEED_ERROR_NOT_A_SCHEDULE,
    N_ ("This is not a conference schedule that the planner can read. Look for one in the frab, pretalx or iCalendar "
        "format.") },
  { PLANNER_FEED_ERROR_TOO_LARGE,
    N_ ("This schedule is too large for the planner. Check that it is the right one.") },
  { PLANNER_FEED_ERROR_NO_SESSIONS,
    N_ ("The schedule has no sessions yet. Try again when the conference has published some.") },
  { PLANNER_FEED_ERROR_NONE_FOUND,
    N_ ("No schedule was found on this web page or at the usual addresses of its server. Sign in to the network if it "
        "requires that, or look for a link named “JSON”, “XML”, “iCal” or “export” on the conference’s website.") },
  { PLANNER_FEED_ERROR_OTHER_FORMAT,
    N_ ("The planner cannot read this format. Ask the organizers for the schedule as JSON, XML or iCalendar.") },
  { PLANNER_FEED_ERROR_COLLISIONS,
    N_ ("This file is built so that reading it would take very long. Check that the address is the right one.") },
  { PLANNER_FEED_ERROR_DIRECTORY,
    N_ ("This is a list of conferences, not a schedule. Add one of them by its own address.") },
};

static const Message store_messages[] = {
  { PLANNER_STORE_ERROR_FAILED,
    N_ ("Your stars and conferences cannot be read or saved. Start the planner again; nothing was changed.") },
  { PLANNER_STORE_ERROR_CORRUPT,
    N_ ("The file with your stars and conferences is damaged. It was not changed: replace it with a backup.") },
  { PLANNER_STORE_ERROR_NEWER,
    N_ ("Your stars and conferences were saved by a newer version of the planner. They were not changed: update the "
        "planner to use them.") },
  { PLANNER_STORE_ERROR_READ_ONLY,
    N_ ("The file with your stars and conferences cannot be changed. Change its permissions and start the planner again.") },
  { PLANNER_STORE_ERROR_FULL, N_ ("The disk is full. Make room and try again; nothing was lost.") },
  { PLANNER_STORE_ERROR_BUSY,
    N_ ("Another program is using your stars and conferences. Close it and try again.") },
  { PLANNER_STORE_ERROR_EXISTS,
    N_ ("This conference is in the planner already. Choose it in the list of conferences.") },
  { PLANNER_STORE_ERROR_STALE,
    N_ ("The conference was changed by another program at the same time. Try again.") },
  { PLANNER_STORE_ERROR_NOT_FOUND,
    N_ ("This conference is no longer in the planner. Add it again to use it.") },
};

static const Message backup_messages[] = {
  { PLANNER_BACKUP_ERROR_OTHER_FILE,
    N_ ("This file is not a backup of the planner. Choose another one; nothing was changed.") },
  { PLANNER_BACKUP_ERROR_DAMAGED, N_ ("The file is damaged or incomplete. Nothing of it was used.") },
  { PLANNER_BACKUP_ERROR_NEWER,
    N_ ("A newer version of the planner wrote this file. Update the planner on this computer.") },
  { PLANNER_BACKUP_ERROR_TOO_LARGE,
    N_ ("This file is too large for a backup. Check that it is the right one; nothing was changed.") },
  { PLANNER_BACKUP_ERROR_NO_FOLDER,
    N_ ("The folder is not there. Connect its disk, or choose another folder; nothing was lost.") },
  { PLANNER_BACKUP_ERROR_FORBIDDEN,
    N_ ("You have no permission to read this folder. Change its permissions, or choose another folder; nothing was "
        "lost.") },
  { PLANNER_BACKUP_ERROR_UNREADABLE,
    N_ ("The folder cannot be read. Check its disk, or choose another folder; nothing was lost.") },
  { PLANNER_BACKUP_ERROR_TOO_MANY,
    N_ ("There are the files of too many computers in the folder. Remove old ones.") },
};

/* Errors of writing a file that the attendee has chosen. */
static const Message file_messages[] = {
  { G_IO_ERROR_PERMISSION_DENIED,
    N_ ("The file cannot be written there. Choose another folder, or change its permissions.") },
  { G_IO_ERROR_READ_ONLY, N_ ("Nothing can be written to this disk. Choose another folder.") },
  { G_IO_ERROR_NO_SPACE, N_ ("The disk is full. Make room and try again; nothing was lost.") },
  { G_IO_ERROR_NOT_FOUND,
    N_ ("The folder is not there. Connect its disk, or choose another folder; nothing was lost.") },
  { G_IO_ERROR_NOT_REGULAR_FILE, N_ ("There is a device or a pipe with this name. Choose another name.") },
  { G_IO_ERROR_IS_DIRECTORY, N_ ("There is a folder with this name. Choose another name.") },
  { G_IO_ERROR_FILENAME_TOO_LONG, N_ ("This name is too long. Choose a shorter one.") },
};

static const char *
find_sentence (const Message *messages, gsize n_messages, int code)
{
  for (gsize i = 0; i < n_messages; i++)
    if (messages[i].code == code)
      return _ (messages[i].sentence);

  return NULL;
}

static const char *
find_message (const GError *error)
{
  if (error->domain == PLANNER_FETCH_ERROR)
    return find_sentence (fetch_messages, G_N_ELEMENTS (fetch_messages), error->code);

  if (error->domain == PLANNER_FEED_ERROR)
    return find_sentence (feed_messages, G_N_ELEMENTS (feed_messages), error->code);

  if (error->domain == PLANNER_STORE_ERROR)
    return find_sentence (store_messages, G_N_ELEMENTS (store_messages), error->code);

  if (error->domain == PLANNER_BACKUP_ERROR)
    return find_sentence (backup_messages, G_N_ELEMENTS (backup_messages), error->code);

  if (error->domain == G_IO_ERROR)
    return find_sentence (file_messages, G_N_ELEMENTS (file_messages), error->code);

  return NULL;
}

/**
 * planner_message_for_error:
 *
 * Says in the attendee's language what went wrong and what to do. Only the domain and the code of @error are used, since
 * its message is in English.
 *
 * Returns: (transfer none): one or two sentences of plain text
 */
const char *
planner_message_for_error (const GError *error)
{
  const char *message;

  g_return_val_if_fail (error != NULL, NULL);

  message = find_message (error);

  return message != NULL ? message : _ ("Something unforeseen went wrong. Try again.");
}

/**
 * planner_message_for_replaced:
 * @title: the title of the conference that an address has now
 * @replaced_title: the title of the one that it had before
 *
 * Returns: (transfer full): a sentence of plain text
 */
char *
planner_message_for_replaced (const char *title, const char *replaced_title)
{
  g_return_val_if_fail (title && replaced_title, NULL);

  /* Translators: the titles of two conferences, such as “Conference 2026” and “Conference 2025”. */
  return g_strdup_printf (_ ("This is now the schedule of “%s”. Your stars of “%s” are kept."), title,
                          replaced_title);
}

/**
 * planner_error_tells_more:
 *
 * Returns: whether the English message of @error has details that planner_message_for_error() has not: a path, a host, an
 *   address, a line and column, or an error without a sentence of its own
 */
gboolean
planner_error_tells_more (const GError *error)
{
  g_return_val_if_fail (error != NULL, FALSE);

  if (error->domain == PLANNER_FEED_ERROR)
    return error->code == PLANNER_FEED_ERROR_BROKEN || error->code == PLANNER_FEED_ERROR_TRUNCATED ||
           error->code == PLANNER_FEED_ERROR_TOO_LARGE || error->code == PLANNER_FEED_ERROR_NONE_FOUND ||
           error->code == PLANNER_FEED_ERROR_OTHER_FORMAT || error->code == PLANNER_FEED_ERROR_COLLISIONS;
  if (error->domain == PLANNER_STORE_ERROR)
    return error->code != PLANNER_STORE_ERROR_EXISTS && error->code != PLANNER_STORE_ERROR_NOT_FOUND &&
           error->code != PLANNER_STORE_ERROR_STALE;

  return TRUE;
}
