### Comptoir’s words in British English, in the order of fr.ftl, which is written first.
### Buttons in sentence case with no full stop. Quotes “ ”, apostrophe U+2019.

## Main menu and the foot of the bar
app-name = Comptoir
menu-clients = Clients
menu-invoices = Invoices
menu-expenses = Expenses
menu-products = Products & services
menu-reports = Reports
menu-settings = Settings
menu-todo = To do
backup-at = Backed up at { $time }
backup-on = Backed up: { $day }
backup-none = Nothing to back up
backup-done = Backup made
backup-failed = The backup failed

## Pages to come
later-invoices = Invoices come in a later version. Your clients are ready for them.
later-expenses = Expenses come in a later version.
later-products = Products and services come with invoices, in a later version.
later-reports = Reports come with invoices, in a later version.

## Actions, everywhere
action-new-client = New client
action-save = Save
action-save-new = Save and new
action-edit = Edit
action-correct = Correct
action-keep-anyway = Keep anyway
action-back = Back
action-close = Close
action-cancel = Cancel
action-archive = Archive
action-unarchive = Make active again
action-delete = Delete
action-import = Import a file…
action-export = Export…
action-restore = Restore a backup…
action-try-example = Try with an example
action-open-book = Open another book…
action-new-book = New book…
action-back-up-now = Back up now
action-retry = Try again
action-save-copy = Save a copy…
action-redo-last = Redo
action-clear-search = Clear the search
action-more = More actions
action-write = Write
action-note = Write a note

## Fields of a client
field-number = Client number
field-kind = Client type
field-name = Client’s name
field-company = Company name
field-first-name = First name
field-last-name = Last name
field-contact = Main contact
field-contact-first-name = Contact’s first name
field-contact-last-name = Contact’s last name
field-contact-role = Role
field-phone = Phone
field-mobile = Mobile
field-email = E-mail
field-street = Address
field-street2 = Address line 2
field-postcode = Postcode
field-city = City
field-region = Region
field-country = Country
field-siren = SIREN
field-siret = SIRET
field-siren-siret = SIREN or SIRET
field-vat-number = VAT number
field-website = Website
field-language = Client’s language
field-terms = Payment terms
field-other-id = Other identifier
field-category = Category
field-categories = Categories
field-attachments = Attachments
field-attachment = Attachment
field-note = Note
field-delivery-address = Delivery address
field-contacts = Other contacts
field-custom = Custom fields
field-status = Status
field-data = Data
field-recommended = recommended
field-declined = Declined to give it
field-declined-of = Declined to give it: { $field }

## Kinds and states
kind-company = Company
kind-individual = Individual
state-active = Active
state-to-complete = To complete
state-to-check = To check
state-archived = Archived
note-kind-note = note
note-kind-call = call
note-kind-meeting = meeting
note-kind-agreement = agreement
note-kind-important-date = important date

## Doubts: a word at the right of the label, then the whole sentence
doubt-email-malformed-short = incomplete address
doubt-email-malformed = { $field }: this is not a complete address.
doubt-email-typo-short = likely typo
doubt-email-typo = { $field }: perhaps { $meant }?
doubt-phone-malformed-short = a wrong digit
doubt-phone-malformed = { $field }: a digit is wrong or missing.
doubt-postcode-short = ?
doubt-postcode-digits = { $field }: { $n } digits expected.
doubt-postcode-like = { $field }: expected like { $example }.
doubt-country-unknown-short = unknown country
doubt-country-unknown = { $field }: this name is not known.
doubt-language-unknown-short = unknown language
doubt-language-unknown = Client’s language: this name is not known.
doubt-terms-unknown-short = not understood
doubt-terms-unknown = Payment terms: expected as 30 days, end of month + 45 days, on receipt.
doubt-registration-length-short = 9 or 14 digits
doubt-registration-length = SIREN or SIRET: 9 or 14 digits expected.
doubt-siren-short = a wrong digit
doubt-siren = SIREN: a digit is wrong or missing.
doubt-siret-short = a wrong digit
doubt-siret = SIRET: a digit is wrong or missing.
doubt-vat-check-short = a wrong sign
doubt-vat-check = { $field }: a sign is wrong or missing.
doubt-vat-malformed-short = not a VAT number
doubt-vat-malformed = { $field }: no number of this country is written like that.
doubt-vat-other-siren-short = another SIREN
doubt-vat-other-siren = { $field }: it is that of another firm than the SIREN.
doubt-city-other-postcode-short = another postcode
doubt-city-other-postcode = { $field }: the postcode { $postcode } is not its own.
doubt-number-short = not a number
doubt-number = { $field }: a number is expected.
doubt-amount-short = not an amount
doubt-amount = { $field }: an amount is expected, with at most two decimals.
doubt-date-short = not a date
doubt-date = { $field }: a date is expected, like 24/11/2026.
doubt-yes-no-short = yes or no
doubt-yes-no = { $field }: yes or no is expected.
doubt-choice-short = not in the list
doubt-choice = { $field }: this value is not in the list.
doubt-link-short = not a link
doubt-link = { $field }: a web address is expected, like www.example.com.

## Refused records
invalid-no-id = The record has no identity.
invalid-empty = { $field }: a value is needed.
invalid-too-long = { $field }: { $n } characters at most.
invalid-control-character = { $field }: it holds an invisible character. Type the value again.
invalid-out-of-range = { $field }: the value is out of range.

## Duplicates
duplicate-title = Possible duplicate
duplicate-line = { $city ->
    [none] Possible duplicate: { $name } ({ $likeness })
   *[other] Possible duplicate: { $name }, { $city } ({ $likeness })
}
duplicate-open = Open record
duplicate-distinct = Not the same
duplicate-archived = archived
likeness-siren = same SIREN
likeness-vat = same VAT number
likeness-email = same e-mail
likeness-phone = same phone
likeness-name = same name
likeness-near-name = similar name

## Page of the clients: title, search, filters, table
clients-count = { $n ->
    [one] { $n } client
   *[other] { $n } clients
}
clients-found = { $n ->
    [0] No result
    [one] { $n } result
   *[other] { $n } results
}
clients-near = { $n ->
    [one] { $n } similar
   *[other] { $n } similar
}
clients-shown = { $n } of { $total }
clients-selected = { $n ->
    [one] { $n } client selected
   *[other] { $n } clients selected
}
clients-table = Table of clients
clients-sort = Sorted by { $column }
clients-hint-open = Enter to open
clients-hint-select = Space to select
clients-hint-first = ↓ then Enter to open
clients-hint-clear = Esc clears
clients-hint-move = Ctrl ← → move
clients-hint-size = Shift ← → size
clients-filter-state = Filter by status
clients-filter-remove = Remove the filter { $filter }
clients-filter-lifted = The search and the filters were lifted to show { $name }.
clients-reading = Reading the book…
clients-columns = Columns
clients-columns-find = Find a column
clients-filter-categories = Filter by category
clients-uncategorised = Uncategorised
clients-categories-find = Find a category
clients-filter-way = Clients that are in
clients-filter-any = any of them
clients-filter-all = all of them
clients-filter-or = or
clients-filter-and = and
clients-fields = Fields
clients-filter-fields = Filter by custom field
clients-fields-find = Find a field
clients-filter-custom = { $field }: { $value }
clients-filter-filled = filled in
clients-assign = Category…
clients-places = Place
clients-filter-places = Filter by place
clients-places-find = Find a place
clients-place-count = { $place } · { $n }
clients-postcode-starts = Begins with { $start }
clients-department = Department
clients-filter-empty = empty
clients-filter-contains = contains “{ $text }”
clients-filter-between = { $from } – { $to }
clients-filter-least = ≥ { $from }
clients-filter-most = ≤ { $to }
clients-filter-contains-which = contains…
clients-filter-between-which = between…
clients-filter-piece = Contains
clients-filter-from = From
clients-filter-to = Up to
clients-filter-unread = not understood
clients-filter-set = Filter
clients-compact = Compact rows
clients-bulk = Actions…
clients-export-selected = Export the selection…
clients-delete-selected = Delete the selection…
clients-delete-question = { $n ->
    [one] Delete { $n } client?
   *[other] Delete { $n } clients?
}
clients-delete-notes = { $n ->
    [one] { $n } note
   *[other] { $n } notes
}
clients-delete-files = { $n ->
    [one] { $n } attachment
   *[other] { $n } attachments
}
clients-delete-answers = { $n ->
    [one] { $n } consent answer
   *[other] { $n } consent answers
}
clients-delete-alone = Nothing else is kept with this selection. The deletion can be undone at once.
clients-delete-with = Deleted with them: { $what }. The deletion can be undone at once.
views-title = Views
views-find = Find a view
views-name = Name of the view
views-save = Save this view
views-rename-this = Rename the view
views-rename = Rename { $name }
views-delete = Delete { $name }
views-delete-question = Delete the view { $name }?
views-delete-body = The clients stay as they are; only these filters and columns are forgotten.
views-replaces = Takes the place of the view of this name
views-name-taken = another view is called so
views-replaced = The view { $before } was replaced.
views-renamed = The view { $before } is now called { $name }.
views-dropped = The view { $name } was deleted.
views-put-back = Undo
views-lost = The view { $name } also names categories or fields that no longer exist; it was opened without them.
clients-unselect = Deselect all
column-up = Move { $name } up
column-down = Move { $name } down
column-name = Name
column-contact = Main contact
column-city = City
column-phone = Phone
column-state = Status
column-select = Select all
search-clients = Search clients
search-create = Create “{ $query }”
search-near-names = Similar names
search-found-in = in { $field }: { $excerpt }
search-found-in-note-of = in a note of { $day }: { $excerpt }
search-found-in-attachment = in an attachment: { $excerpt }
search-found-in-category = in the category { $excerpt }
empty-title = Your book is empty
empty-body = Register your first client, or bring along those you already have.
empty-hint = Nothing is sent: everything stays in your file.

## Form
form-title-new = New client
form-title-edit = Edit { $name }
form-points = To check
form-note-hint = Free text, private. Drop a PDF here to attach it.
form-country-hint = France, or another country
form-mobile-show = Add a mobile
form-more = More fields: delivery, VAT number, payment terms, other contacts, custom fields
form-section-identifiers = VAT number and other identifiers
form-section-terms = Website, language, payment terms
delivery-street = Delivery street
delivery-street2 = Delivery address line 2
delivery-postcode = Delivery postcode
delivery-city = Delivery city
delivery-region = Delivery region
delivery-country = Delivery country
contact-main-role = Main contact’s role
contact-title = Contact { $n }
contact-first-name = First name of contact { $n }
contact-last-name = Last name of contact { $n }
contact-role = Role of contact { $n }
contact-email = E-mail of contact { $n }
contact-phone = Phone of contact { $n }
contact-add = Add a contact
contact-make-main = Make contact { $n } the main one
contact-remove = Remove contact { $n }
category-hint = Add…
vat-propose = Suggest { $number }
address-split-title = Address split up
address-split = Address split up: { $fields }
address-split-undo = Undo the split
category-create = Create “{ $name }”
category-take-away = Remove { $name }
form-file = { $name } · { $size }
category-suggested-wholesale = Wholesale
category-suggested-retail = Retail
category-suggested-regular = Regular clients
form-custom-homonym = { $name } (custom field)
form-custom-hint-date = 24/11/2026
form-custom-hint-link = www.example.com
form-custom-none = This book has no custom field yet. They are made in the settings.
form-name-missing = A name is needed.
form-nothing-changed = Nothing was changed.

## Drafts
draft-kept-at = Draft kept at { $time }
draft-line = Draft of { $day }: { $name }
draft-nameless = no name
draft-resume = Resume
draft-delete = Delete draft
draft-deleted = Draft deleted

## To do
todo-nothing = Nothing to do
todo-draft = Draft kept { $day } at { $time }
todo-later = Later
todo-done = Done
todo-put-off = Put off the reminder
todo-put-off-yes = Put off
todo-tomorrow = Tomorrow
todo-next-week = In a week
todo-other-day = Another day…
todo-day = Day
todo-day-hint = 24/11/2026
todo-day-gone = this day is past
todo-to-complete = To complete ({ $n })
todo-to-complete-under = Records that lack an expected value
todo-backup = The last backup is old
todo-backup-last = Last backup: { $day }
todo-more = { $n ->
    [one] and { $n } more reminder
   *[other] and { $n } more reminders
}

## Summary
review-title = Summary
review-in-order = Everything is in order
review-points = { $n ->
    [one] { $n } point to check
   *[other] { $n } points to check
}
review-lead = Click a line to correct it.
review-missing = { $field }: to complete
review-as-typed = typed: { $typed }
review-to-check = to check
review-empty = empty
review-new = new
review-file = { $name } ({ $size })
review-confirm = Confirm
review-confirm-new = Confirm and new
review-confirm-later = Confirm, complete later
review-confirm-later-new = Confirm, complete later and new

## Client profile
record-number-since = Client no. { $number } · since { $month }
record-contact-data = Contact details
record-contact = Contact
record-terms = Terms
record-billing-data = Billing
record-notes = Notes
record-copy = Copy { $field }
record-change = Edit { $field }
record-more = Show more ({ $n })
record-more-of = More actions: { $field }
record-documents = Documents
file-attach = Attach a file…
file-save = Save as… { $name }
file-rename = Rename
file-name = Name of the attachment
record-open = Open { $field }
record-add = Add
record-custom-more = { $n ->
    [one] { $n } empty field
   *[other] { $n } empty fields
}
day-hint = dd/mm/yyyy
record-missing = To complete: { $fields }
record-delete-question = Delete { $name }?
record-delete-body = The record and its notes are taken out of the book. You can undo the deletion.

## Notes about a client
note-box = Note a call, an agreement…
note-kind = Kind of note
note-day = Day
note-remind = Remind me on
note-kind-changed = New kind
note-day-changed = New day
note-remind-changed = New reminder
note-pin = Pin
note-pinned = Pinned
note-unpin = Unpin
note-attach = Attach a file to the note
note-save = Add the note
note-unfold = Show all
note-remind-on = Reminder: { $day }
note-remind-done = Done
note-remind-later = Put off
note-reminder = Reminder

## State of consent, and answers recorded
consent-given = given
consent-refused = refused
consent-unasked = not asked
consent-withdraw = Withdraw
consent-withdraw-of = Withdraw consent: { $purpose }
consent-record = Record an answer…
consent-record-title = Record an answer
consent-all = All answers
consent-entry = { $purpose }: { $answer }
consent-words = “{ $words }” ({ $language })
consent-purpose = Subject of the question
consent-answer = Answer
consent-channels = Channels
consent-day = Day of the answer
consent-evidence = Attach evidence…
consent-no-channel = Tick at least one channel.
consent-day-ahead = This day has not come yet.

## History
history-title = History
history-line = { $day } at { $time }, { $origin }
history-added = Client registered
history-removed = Client deleted
history-archived = Client archived
history-unarchived = Client made active again
history-set = { $field }: “{ $after }”
history-cleared = { $field }: “{ $before }” cleared
history-changed = { $field }: “{ $before }” replaced by “{ $after }”
history-note-added = Note added: “{ $text }”
history-note-removed = Note deleted: “{ $text }”
history-note-pinned = Note pinned
history-note-unpinned = Note unpinned
history-file-added = Attachment added: { $name }
history-file-removed = Attachment deleted: { $name }
history-consent = { $purpose }: { $answer } ({ $channels })
history-all = Show the whole history
history-declined = { $field }: declined to give it
origin-window = in the window
origin-import = by the import of { $file }
origin-command-line = on the command line
origin-undo = by an undo
origin-redo = by a redo

## What was just done, and its undoing
toast-client-added = { $name } is registered
toast-client-changed = { $name } is changed
toast-client-archived = { $name } is archived
toast-client-unarchived = { $name } is active again
toast-client-deleted = { $name } is deleted
toast-clients-archived = { $n ->
    [one] { $n } client archived
   *[other] { $n } clients archived
}
toast-clients-unarchived = { $n ->
    [one] { $n } client active again
   *[other] { $n } clients active again
}
toast-clients-deleted = { $n ->
    [one] { $n } client deleted
   *[other] { $n } clients deleted
}
toast-clients-imported = { $n ->
    [0] Nothing to import
    [one] { $n } client imported
   *[other] { $n } clients imported
}
toast-category-added = Category { $name } is created
toast-category-changed = Category { $name } is changed
toast-category-merged = Category { $name } is merged with the other
toast-category-deleted = Category { $name } is deleted
toast-category-assigned = { $n ->
    [one] { $n } client added to { $name }
   *[other] { $n } clients added to { $name }
}
toast-category-unassigned = { $n ->
    [one] { $n } client removed from { $name }
   *[other] { $n } clients removed from { $name }
}
toast-custom-added = Field { $name } is created
toast-custom-changed = Field { $name } is changed
toast-custom-arranged = The order of fields is changed
toast-custom-deleted = Field { $name } is deleted
toast-note-added = Note added
toast-note-changed = Note changed
toast-note-deleted = Note deleted
toast-consent-recorded = The answer of { $name } is recorded
toast-attachment-added = { $n ->
    [one] { $name } is attached
   *[other] { $n } attachments added
}
toast-attachment-renamed = The attachment is now called { $name }
toast-attachment-deleted = { $name } is deleted
toast-policy-changed = The settings of the record are changed
toast-undone = Undone: { $what }
toast-redone = Redone: { $what }
toast-open-record = Open record
toast-copied = Copied
undo-add = Undo adding
undo-change = Undo changing
undo-archive = Undo archiving
undo-unarchive = Undo making active
undo-delete = Undo deleting
undo-import = Undo the import
undo-distinct = Undo “Not the same”
undo-merge = Undo the merge
undo-unassign = Undo removing
undo-arrange = Undo the new order
undo-rename = Undo renaming
undo-nothing = There is nothing to undo.
redo-nothing = There is nothing to redo.

## Import and export
import-title = Import clients
import-read = { $n ->
    [one] { $n } row read
   *[other] { $n } rows read
}
import-added = { $n ->
    [one] { $n } client added
   *[other] { $n } clients added
}
import-updated = { $n ->
    [one] { $n } client completed
   *[other] { $n } clients completed
}
import-unchanged = { $n ->
    [one] { $n } client unchanged
   *[other] { $n } clients unchanged
}
import-refused = { $n ->
    [0] no row refused
    [one] { $n } row refused
   *[other] { $n } rows refused
}
import-doubts = { $n ->
    [0] nothing to check
    [one] { $n } value to check
   *[other] { $n } values to check
}
import-refused-line = Row { $line }: { $reason }
import-mended-postcode = Row { $line }: postcode { $said } read as { $kept }, a spreadsheet lost its first zero
import-refused-name = no name
import-refused-two = several clients match: { $names }
import-confirm = Import
import-dry-run = Nothing was written: this is a trial.
import-left-behind = Columns not taken over: { $columns }
export-title = Export the clients
export-whom = Clients to export
export-shown = Shown ({ $n })
export-selected = Selected ({ $n })
export-all = All ({ $n })
export-form = Format
export-csv = CSV
export-xlsx = Excel (XLSX)
export-json = JSON
export-json-hint = JSON always holds everything.
export-columns = Columns
export-columns-table = Those of the table
export-columns-every = Everything
export-notes = With the notes, which are private
export-stays = Attached files, history and evidence of consent stay in the book.
export-choose = Choose the file…
export-too-many = An Excel sheet has only { $n } rows. Nothing was written. Export as CSV.
export-cell-too-long = An Excel cell holds only { $n } characters, and a value is longer. Nothing was written. Export as CSV, or without the notes.
export-done = { $n ->
    [one] { $n } client exported
   *[other] { $n } clients exported
}

## Settings
settings-language = Language
settings-theme = Theme
settings-theme-light = light
settings-theme-dark = dark
settings-theme-system = system
settings-book = Book
settings-book-path = This book is the file { $path }
settings-backups = Backups
settings-backups-kept = { $n ->
    [0] No backup
    [one] { $n } backup kept
   *[other] { $n } backups kept
}
settings-csv = Exported CSV files
settings-csv-semicolon = Semicolon (Excel in French)
settings-csv-comma = Comma
settings-about = About
settings-version = Version { $version }
settings-license = Licence { $license }

## Settings: categories and custom fields
settings-section = Section of the settings
settings-general = General
settings-categories = Categories
settings-custom = Custom fields
category-new = New category
category-add = Add
category-name = Category name
category-there = “{ $name }” is already there.
category-none = This book has no category yet. They are made here, or while entering a client.
category-edit = Edit { $name }
category-more = More actions for { $name }
category-merge-into = Merge into…
category-merge-into-field = Merge into
category-merge-title = Merge “{ $name }”
category-merge-body = { $n ->
    [0] No client is in “{ $name }”: the category disappears.
    [one] { $n } client is in “{ $name }” and goes into the other category; “{ $name }” disappears.
   *[other] { $n } clients are in “{ $name }” and go into the other category; “{ $name }” disappears.
}
category-merge = Merge
category-delete-question = Delete “{ $name }”?
category-delete-body = { $n ->
    [0] No client is in this category. You can undo the deletion.
    [one] { $n } client is in this category and leaves it. You can undo the deletion.
   *[other] { $n } clients are in this category and leave it. You can undo the deletion.
}
tint-blue = blue
tint-violet = purple
tint-amber = amber
tint-green = green
tint-rose = pink
tint-grey = grey
custom-add = New field…
custom-add-yes = Add field
custom-new = New custom field
custom-list-none = This book has no custom field yet. Add what you want to know about your clients.
custom-up = Move { $name } up
custom-down = Move { $name } down
custom-more = More actions for { $name }
custom-edit = Edit…
custom-edit-title = Edit { $name }
custom-hide = Hide
custom-show = Show
custom-hidden = { $kind }, hidden
custom-name = Field name
custom-there = another field has this name
custom-kind = Kind
custom-kind-stays = { $n ->
    [one] { $kind }. { $n } client has a value: the kind no longer changes.
   *[other] { $kind }. { $n } clients have a value: the kind no longer changes.
}
custom-kind-text = Text
custom-kind-long-text = Long text
custom-kind-number = Number
custom-kind-amount = Amount
custom-kind-date = Date
custom-kind-yes-no = Yes or no
custom-kind-choice = Choice
custom-kind-link = Link
custom-kind-email = E-mail
custom-kind-phone = Phone
custom-example-text = Door code B12
custom-example-long-text = several lines
custom-example-number = 12.5
custom-example-amount = €1,234.50
custom-example-yes-no = Yes
custom-example-choice = Bronze, Silver, Gold
custom-example-email = name@example.com
custom-example-phone = 020 7946 0123
custom-choices = Values to choose from
custom-choice = Value { $n }
custom-choice-add = Add a value
custom-choice-up = Move value { $n } up
custom-choice-down = Move value { $n } down
custom-choice-remove = Remove value { $n }
custom-choice-gone = { $n ->
    [one] “{ $value }”: { $n } client keeps this value, which will be to check.
   *[other] “{ $value }”: { $n } clients keep this value, which will be to check.
}
custom-delete-question = Delete “{ $name }”?
custom-delete-body = { $n ->
    [0] No client has a value in this field. You can undo the deletion.
    [one] { $n } client has a value in this field and loses it. You can undo the deletion.
   *[other] { $n } clients have a value in this field and lose it. You can undo the deletion.
}

## Restoring
restore-title = Restore a backup
restore-question = Replace the book by the backup of { $day }?
restore-backup = Backup: { $clients }, last changed { $day }
restore-now = Present book: { $clients }, last changed { $day }
restore-aside = The present book is not deleted: it is set aside.
restore-confirm = Restore
restore-done = The backup is restored. The book from before is here: { $path }

## Errors and accidents
error-title = Something went wrong
error-crash-title = Comptoir stopped at an error
error-crash-body = What you typed is kept as a draft. Close Comptoir and open it again: you will find it there.

## Sizes, days, lists
size-bytes = { $n } bytes
size-kilobytes = { $n } kB
size-megabytes = { $n } MB
size-gigabytes = { $n } GB
day-today = today
day-yesterday = yesterday
day-tomorrow = tomorrow
day-before-yesterday = the day before yesterday
day-in-a-week = in a week
day-in-a-month = in a month
day-other = another day…
day-choose = Choose: { $field }
moment-at = { $day } at { $time }
list-and = { $first } and { $last }
list-and-i = { $first } and { $last }

## Books and disks: what went wrong, and what to do
error-missing = The book is not there. Open another one, or restore a backup. File: { $path }
error-exists = A file of that name is already there. Choose another name. File: { $path }
error-empty = This file is empty and no longer a book. Restore a backup. File: { $path }
error-foreign = This file is not a Comptoir book; it was not touched. Choose a book. File: { $path }
error-cut-off = The end of this book is missing; it was not touched. Restore a backup. File: { $path }
error-newer = This book comes from a newer version of Comptoir; it was not touched. Install the latest version. File: { $path }
error-damaged = This book is damaged; it was not touched. Restore a backup. Detail: { $detail }. File: { $path }
error-read-only = This book is read-only. Allow writing to it, or copy it elsewhere. File: { $path }
error-in-use = This book is open in another window, or its backup is being finished. It will open here by itself as soon as it is free. File: { $path }
error-in-use-verb = This book is open in a window. Close it, then try again. File: { $path }
error-not-plain = This file is a folder or has two names; opening it could damage it. Copy it, then open the copy. File: { $path }
error-vanished = The book’s file was moved, deleted or replaced. Nothing was saved. Put it back, or save a copy of what is open. File: { $path }
error-full = The disk is full. Nothing was saved. Free some space, then save again. File: { $path }
error-unsure = The disk did not answer in time; the change may have been saved. Save again, it will be made only once. Detail: { $detail }. File: { $path }
error-unkeepable = This value cannot be kept. Make it shorter. Detail: { $detail }. File: { $path }
error-io = The disk reported an error. Nothing was saved. Check it, then save again. Detail: { $detail }. File: { $path }
refused-changed-meanwhile = { $name } has changed meanwhile. Read the summary again before you confirm.
refused-gone = This client is no longer in the book.
refused-record-changed = { $what ->
    [category] This category has changed meanwhile. Look at it again before you change it.
    [field] This field has changed meanwhile. Look at it again before you change it.
    [note] This note has changed meanwhile. Read it again before you change it.
    [policy] The settings of the record were changed meanwhile. Look at them again before changing them.
   *[other] This attachment has changed meanwhile. Look at it again before you change it.
}
refused-record-gone = { $what ->
    [category] This category is no longer in the book.
    [field] This field is no longer in the book.
    [note] This note is no longer in the book.
   *[other] This attachment is no longer in the book.
}
refused-category-taken = A category is already called { $name }. Choose another name.
refused-custom-taken = A field is already called { $name }. Choose another name.
refused-evidence = { $name } proves a consent: this attachment stays as long as the client is in the book.
refused-number-taken = Number { $number } is that of { $name }. Choose another one.
refused-number-taken-id = Number { $number } is already taken. Choose another one.
refused-still-referred = { $what ->
    [client] Clients are using it since. Undo first what came after.
    [note] A note refers to it since. Undo that note first.
    [attachment] An attachment refers to it since. Undo that attachment first.
    [consent] This client has answered a question of consent since, and an answer cannot be undone. The client can be archived or deleted.
   *[other] Something else refers to it since. Undo first what came after.
}
refused-proves = This attachment proves a consent: it stays as long as the client is in the book.
refused-append-only = An answer to a question of consent cannot be undone: record the right answer or a withdrawal.
refused-category-taken-since = Another category has this name since. Rename that one first.
refused-custom-taken-since = Another field has this name since. Rename that one first.
refused-changed-since = There was another change since. Undo that one first.
refused-already-undone = It is already undone.

## What an act did, to name it
deed-register-client = adding { $name }
deed-change-client = changing { $name }
deed-archive-clients = { $n ->
    [one] archiving { $name }
   *[other] archiving { $n } clients
}
deed-reactivate-clients = { $n ->
    [one] reactivating { $name }
   *[other] reactivating { $n } clients
}
deed-delete-clients = { $n ->
    [one] deleting { $name }
   *[other] deleting { $n } clients
}
deed-import-clients = { $n ->
    [one] importing { $n } client
   *[other] importing { $n } clients
}
deed-distinguish-clients = “Not the same” for { $name }
deed-create-category = creating category { $name }
deed-change-category = changing category { $name }
deed-merge-categories = merging category { $name }
deed-delete-category = deleting category { $name }
deed-assign-category = { $n ->
    [one] adding { $n } client to { $name }
   *[other] adding { $n } clients to { $name }
}
deed-unassign-category = { $n ->
    [one] removing { $n } client from { $name }
   *[other] removing { $n } clients from { $name }
}
deed-create-custom-field = creating field { $name }
deed-change-custom-field = changing field { $name }
deed-arrange-custom-fields = the order of fields
deed-delete-custom-field = deleting field { $name }
deed-add-note = adding a note for { $name }
deed-change-note = changing a note for { $name }
deed-delete-note = deleting a note for { $name }
deed-record-consent = the answer of { $name }
deed-attach-files = { $n ->
    [one] adding { $name }
   *[other] adding { $n } attachments
}
deed-rename-attachment = renaming { $name }
deed-delete-attachment = deleting { $name }
deed-change-policy = change of the settings of the record
undo-older-title = Undo an older change?
undo-older-body = Nothing was done since the window was opened. The last change, { $day }: { $what }.

## Window
file-kind-table = Table
file-kind-book = Comptoir book
copy-saved = The copy is saved. File: { $path }
work-title = One moment
work-percent = { $n }%
work-stopped = Stopped. Nothing was written.
restore-set-aside = set aside
action-undo-last = Undo the last change
action-complete = Complete
action-undo-this = Undo this change
toast-undone-kept = { $n ->
    [one] { $n } record changed or used since is kept
   *[other] { $n } records changed or used since are kept
}
toast-undone-left-out = { $n ->
    [one] without { $names }, deleted since
   *[other] without { $names }, deleted since
}
toast-clients-distinct = Noted: these are two different clients
history-other = Record changed
key-escape = Esc
key-shift = Shift
key-space = Space
## A file that cannot be read or written: the line, then what to do
import-refused-cells = more values than headers
import-refused-otherwise = same client as row { $line }, but “{ $column }” differs
import-refused-number = number { $number } is that of { $name }
import-called-off = The import was called off. Nothing was written.
table-empty = This file is empty. Export it again from the other program. File: { $path }
table-header-only = This file has headers but no rows. Export it again from the other program. File: { $path }
table-bad-json = This JSON file is no export of clients, or it is cut off. Export it again, then import it. File: { $path }
table-workbook = This file is a workbook or an archive. Save it as CSV, then import it. File: { $path }
table-bad-workbook = This workbook cannot be read: it is damaged, protected by a password, or of another kind. Open it in a spreadsheet, save it as XLSX or CSV, then import it. File: { $path }
table-page = This file is a web page, not a table. Open it in a spreadsheet, save it as XLSX or CSV, then import it. File: { $path }
table-unpacks = This workbook is larger than { $size } once unpacked. Cut it into parts, then import each. File: { $path }
table-nul = Row { $line } is not text. Save the file as CSV UTF-8, then import it. File: { $path }
table-too-large = This file is larger than { $size }. Cut it into parts, then import each. File: { $path }
table-too-many-rows = This file has more than { $n } rows. Cut it into parts, then import each. File: { $path }
table-too-many-columns = Row { $line } has more than { $n } columns. Correct it, then import again. File: { $path }
table-cell-too-long = Row { $line } has a value of more than { $n } characters. Correct it, then import again. File: { $path }
table-open-quote = Row { $line } opens a quotation mark and never closes it. Correct it, then import again. File: { $path }
file-unreadable = This file cannot be read. Check its name and your rights. Detail: { $detail }. File: { $path }
file-unwritable = This file cannot be written; what was in it is unchanged. Check the folder and the free space. Detail: { $detail }. File: { $path }
export-ending = The file’s name must have the ending csv, xlsx or json. File: { $path }
export-called-off = The export was called off. Nothing was written.

## Command line
cli-no-window = The window could not be opened. Check that there is a display; the commands work without one: comptoir --help. Detail: { $detail }
cli-no-folder = The data folder was not found. Name the book with --book.
cli-book-made = New book: { $path }
cli-demo-done = { $n ->
    [one] { $n } example client added: { $path }
   *[other] { $n } example clients added: { $path }
}
cli-demo-not-empty = This book already holds clients. Name a new file with --book. File: { $path }
cli-no-client = No client has the id or number { $id }.
cli-no-category = No category is called “{ $name }”.
cli-no-country = No country is called “{ $name }”.
cli-no-department = No French département has the number or name “{ $name }”.
cli-no-postcode = “{ $name }” is not the start of a postcode.
cli-no-field = No custom field is called “{ $name }”.
cli-no-value = The custom field “{ $field }” cannot be “{ $value }”.
cli-no-view = No view is called “{ $name }”.
cli-export-no-notes = Notes are private and are not exported; add --notes to include them.
cli-check-sound = Everything is in order: { $clients }.
cli-check-findings = { $n ->
    [one] { $n } fault. Restore a sound backup. File: { $path }
   *[other] { $n } faults. Restore a sound backup. File: { $path }
}
cli-backup-done = Backup made ({ $clients }): { $path }
cli-restored = The backup is restored: { $path }
cli-aside = set aside
cli-undo-kept = Changed or used since, and left as they are: { $names }
cli-output = The output cannot be written. Detail: { $detail }
error-cancelled = The copy was called off. File: { $path }
cli-value = { $label }: { $value }
cli-remind = reminder on { $date }

# Consent
consent-service = Invoices and service messages
consent-offers = Offers and news
consent-item-service = Consent: invoices
consent-item-offers = Consent: offers
consent-title = Consent
consent-ask-service = May I send your invoices by e-mail?
consent-ask-offers = And now and then an offer or news?
consent-read = “{ $words }”
consent-not-asked = Not asked
consent-yes = yes
consent-no = no
consent-withdrawn = withdrawn
consent-by-channels = { $answer } ({ $channels })
channel-email = e-mail
channel-phone = phone
channel-post = post
consent-method = How the answer came
consent-by-phone = by phone
consent-in-person = in person
consent-on-paper = on paper
consent-by-email = by e-mail
consent-on-web = on a website

value-yes = Yes
value-no = No

## Attachments: what is said of a file that cannot be attached, opened or saved
attachment-choose = Attach a file
attachment-save = Save the attachment
attachment-staged = { $n ->
    [one] { $name } is kept with the draft
   *[other] { $n } files are kept with the draft
}
attachment-form-closed = { $n ->
    [one] { $name } is not attached: the form is closed.
   *[other] { $n } files are not attached: the form is closed.
}
attachment-more-refused = { $n ->
    [one] Another file was not attached.
   *[other] { $n } other files were not attached.
}
attachment-saved = { $name } is saved. File: { $path }
attachment-too-large = { $name } has { $size } MB: { $most } MB at most.
attachment-missing = { $name } is no longer there.
attachment-folder = { $name } is a folder. Attach the files in it.
attachment-not-plain = { $name } is not an ordinary file and cannot be attached.
attachment-changed = { $name } changed while it was read. Save it in the other program, then try again.
attachment-unreadable = { $name } cannot be read. Check your rights. Detail: { $detail }
attachment-gone = The content of { $name } is not in the book. Restore a backup.
attachment-damaged = The content of { $name } is damaged in the book. Restore a backup.
attachment-unwritable = { $name } cannot be written. Check the folder and the free space. Detail: { $detail }
attachment-not-opened = No program opened { $name }. Save it under another name, then open it. Detail: { $detail }
file-kind-any = All files
refused-no-bytes = The content of { $name } is not in the book. Attach the file again.
terms-receipt = on receipt
terms-net = { $days ->
    [one] { $days } day
   *[other] { $days } days
}
terms-net-then-end-of-month = { $days ->
    [one] { $days } day, then end of month
   *[other] { $days } days, then end of month
}
terms-end-of-month = end of month
terms-end-of-month-then = end of month + { $days ->
    [one] { $days } day
   *[other] { $days } days
}

## Palette, shortcuts, settings of the record
palette-title = Go to…
palette-hint = A client, an action
palette-view = View: { $name }
palette-choice = { $of }: { $what }
palette-list = Results
palette-keys = ↑ ↓ to choose, Enter to open, Esc to close
shortcuts-title = Shortcuts
shortcuts-everywhere = Everywhere
shortcuts-form = In the form
shortcuts-client = On the client profile
shortcuts-rows = In a list
shortcuts-inside = In a field or a dialog
keys-confirm = Confirm
keys-leave = Close, or leave as it was
keys-open-row = Open the row
keys-select-row = Select the row
keys-select-all = Select all
keys-select-on = Extend the selection
keys-move-column = Move the column
keys-size-column = Widen or narrow the column
shortcuts-line = { $name }: { $keys }
action-ask-no-more = Do not ask again
review-strict = First complete the fields marked with an asterisk.
settings-record = Client profile
settings-policy = Fields of the record
settings-policy-lead = Without a field marked with an asterisk, a record is still to complete; a recommended field is named in the summary.
settings-policy-complete = Complete
settings-policy-name = Name only
settings-policy-own = My own
settings-policy-field = Field
settings-strict = Do not save the form without the fields marked with an asterisk
wish-starred = asterisk
wish-recommended = recommended
wish-shown = shown
wish-hidden = hidden
settings-review = Summary
settings-review-lead = A new client always has a summary. For a change:
settings-review-needed = when there is a point to check
settings-review-always = always
settings-questions = Consent questions
settings-questions-lead = Read aloud, in { $language }. The words read are kept with each answer.
settings-question-usual = Back to the usual words: { $name }
settings-recent = Recent books
recent-open = Open { $name }
recent-forget = Forget { $name }
settings-table = Client table
settings-compact = Compact rows
second-place-choose = Copy backups elsewhere too…
second-place-forget = Stop copying elsewhere
second-place-path = Each backup is also copied to { $path }
second-place-copied = The last backup is there.
second-place-missing = The second place is not there: the last backup is not copied to it.
second-place-absent = Second place missing
settings-imports = Imports
imports-none = No file was imported. What is imported is listed here and can be undone as a whole, even later.
imports-said = Each import can be undone as a whole, even later. Clients changed since are kept.
import-when = { $day }, { $time }
import-undone = Undone
import-undo-named = Undo the import of { $file }, { $when }
import-undo-question = Undo the import of { $file }?
import-undo-body = { $n ->
    [one] Import of { $n } client, { $when }. If it was changed since, it is kept and named.
   *[other] Import of { $n } clients, { $when }. Those changed since are kept and named.
}
toast-undone-kept-named = { $kept }: { $names }
import-column = Column
import-sample = Sample
import-becomes = Becomes
import-becomes-named = { $name } becomes
import-column-number = Column { $n }
import-sample-none = empty
import-sample-before = Previous sample
import-sample-after = Next sample
import-target-find = Find a field
import-sheet = Sheet
import-said = { $file } · { $form } · { $rows }. Nothing is written before “Import”.
import-form-workbook = XLSX workbook
import-form-mixed = UTF-8 and Windows-1252
import-form-semicolons = semicolons
import-form-commas = commas
import-form-tabs = tabs
import-form-bars = vertical bars
import-count-add = { $n } to add
import-count-update = { $n } to complete
import-count-unchanged = { $n } unchanged
import-count-check = { $n } of them to check
import-count-refused = { $n } refused
import-count-left-out = { $n } left out
import-show-only = Show these rows only
import-show-all = Show all rows
import-rows = Rows of the file
import-line = Row
import-client = Client
import-verdict = Verdict
import-nameless = No name
import-verdict-add = Add
import-verdict-update = Complete
import-verdict-unchanged = Unchanged
import-verdict-left-out = Left out
import-verdict-check = { $field }: { $what }
import-verdict-refused = Refused: { $reason }
import-row = Row { $line }
import-back = Back to the columns
import-changes = What changes
import-values = Values of the row
import-verdict-twin = Looks like { $name }
import-twin-in-book = Looks like { $name }, already in the book: { $likeness }.
import-twin-in-file = Looks like { $name }, row { $line }: { $likeness }.
import-twin-other = Another client
import-twin-same = The same client
import-leave-out = Do not import this row
import-cell-undo = Give { $name } back its value from the file
import-planning = Reading the rows: { $n }%
import-undone-later = An import can be undone as a whole, even later.
import-confirm-count = { $n ->
    [one] Import { $n } client
   *[other] Import { $n } clients
}
target-note = Into the note, with its header
target-nothing = Ignore this column
target-new-field = New field: { $name }
target-new-field-of = New field ({ $kind })
target-name = Name of the client
target-shown-name = Name as shown
target-contact-name = Full name of the contact
target-full-name = First and last name
target-address-block = Whole address
target-address-line = Address, line { $n }
target-delivery-line = Delivery address, line { $n }
target-is-active = Active, yes or no
target-is-archived = Archived, yes or no
target-declined = Fields declined
target-computed = Computed by Comptoir
target-left-behind = Stays in the other book
