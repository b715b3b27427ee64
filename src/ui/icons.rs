//! The icons: one character each of Phosphor's font (MIT), drawn with [`theme::icon`](super::theme::icon).
//!
//! Written by `assets/fonts/make.sh` from `assets/fonts/icons.txt`, which is where one is added.

/// `address-book`
pub const ADDRESS_BOOK: &str = "\u{e6f8}";
/// `archive`
pub const ARCHIVE: &str = "\u{e00c}";
/// `arrow-bend-up-left`
pub const ARROW_BEND_UP_LEFT: &str = "\u{e024}";
/// `arrow-clockwise`
pub const ARROW_CLOCKWISE: &str = "\u{e036}";
/// `arrow-counter-clockwise`
pub const ARROW_COUNTER_CLOCKWISE: &str = "\u{e038}";
/// `arrow-down`
pub const ARROW_DOWN: &str = "\u{e03e}";
/// `arrow-left`
pub const ARROW_LEFT: &str = "\u{e058}";
/// `arrow-right`
pub const ARROW_RIGHT: &str = "\u{e06c}";
/// `arrow-square-out`
pub const ARROW_SQUARE_OUT: &str = "\u{e5de}";
/// `arrow-u-up-left`
pub const ARROW_U_UP_LEFT: &str = "\u{e08a}";
/// `arrow-u-up-right`
pub const ARROW_U_UP_RIGHT: &str = "\u{e08c}";
/// `arrow-up`
pub const ARROW_UP: &str = "\u{e08e}";
/// `at`
pub const AT: &str = "\u{e0ac}";
/// `bank`
pub const BANK: &str = "\u{e0b4}";
/// `bell`
pub const BELL: &str = "\u{e0ce}";
/// `book-open`
pub const BOOK_OPEN: &str = "\u{e0e6}";
/// `briefcase`
pub const BRIEFCASE: &str = "\u{e0ee}";
/// `buildings`
pub const BUILDINGS: &str = "\u{e102}";
/// `calendar-blank`
pub const CALENDAR_BLANK: &str = "\u{e10a}";
/// `camera`
pub const CAMERA: &str = "\u{e10e}";
/// `caret-down`
pub const CARET_DOWN: &str = "\u{e136}";
/// `caret-left`
pub const CARET_LEFT: &str = "\u{e138}";
/// `caret-right`
pub const CARET_RIGHT: &str = "\u{e13a}";
/// `caret-up`
pub const CARET_UP: &str = "\u{e13c}";
/// `caret-up-down`
pub const CARET_UP_DOWN: &str = "\u{e140}";
/// `chart-bar`
pub const CHART_BAR: &str = "\u{e150}";
/// `chart-line-up`
pub const CHART_LINE_UP: &str = "\u{e156}";
/// `chart-pie-slice`
pub const CHART_PIE_SLICE: &str = "\u{e15a}";
/// `chat-text`
pub const CHAT_TEXT: &str = "\u{e17a}";
/// `check`
pub const CHECK: &str = "\u{e182}";
/// `check-circle`
pub const CHECK_CIRCLE: &str = "\u{e184}";
/// `circle`
pub const CIRCLE: &str = "\u{e18a}";
/// `clipboard-text`
pub const CLIPBOARD_TEXT: &str = "\u{e198}";
/// `clock`
pub const CLOCK: &str = "\u{e19a}";
/// `clock-counter-clockwise`
pub const CLOCK_COUNTER_CLOCKWISE: &str = "\u{e1a0}";
/// `cloud-check`
pub const CLOUD_CHECK: &str = "\u{e1b0}";
/// `columns`
pub const COLUMNS: &str = "\u{e546}";
/// `copy`
pub const COPY: &str = "\u{e1ca}";
/// `credit-card`
pub const CREDIT_CARD: &str = "\u{e1d2}";
/// `cube`
pub const CUBE: &str = "\u{e1da}";
/// `currency-eur`
pub const CURRENCY_EUR: &str = "\u{e554}";
/// `database`
pub const DATABASE: &str = "\u{e1de}";
/// `dots-three`
pub const DOTS_THREE: &str = "\u{e1fe}";
/// `dots-three-vertical`
pub const DOTS_THREE_VERTICAL: &str = "\u{e208}";
/// `dots-six-vertical`
pub const DOTS_SIX_VERTICAL: &str = "\u{eae2}";
/// `download-simple`
pub const DOWNLOAD_SIMPLE: &str = "\u{e20c}";
/// `envelope-simple`
pub const ENVELOPE_SIMPLE: &str = "\u{e218}";
/// `export`
pub const EXPORT: &str = "\u{eaf0}";
/// `eye`
pub const EYE: &str = "\u{e220}";
/// `eye-slash`
pub const EYE_SLASH: &str = "\u{e224}";
/// `file`
pub const FILE: &str = "\u{e230}";
/// `file-csv`
pub const FILE_CSV: &str = "\u{eb1c}";
/// `file-pdf`
pub const FILE_PDF: &str = "\u{e702}";
/// `file-plus`
pub const FILE_PLUS: &str = "\u{e236}";
/// `file-text`
pub const FILE_TEXT: &str = "\u{e23a}";
/// `file-xls`
pub const FILE_XLS: &str = "\u{eb22}";
/// `floppy-disk`
pub const FLOPPY_DISK: &str = "\u{e248}";
/// `folder-open`
pub const FOLDER_OPEN: &str = "\u{e256}";
/// `folder-simple`
pub const FOLDER_SIMPLE: &str = "\u{e25a}";
/// `funnel-simple`
pub const FUNNEL_SIMPLE: &str = "\u{e268}";
/// `gear-six`
pub const GEAR_SIX: &str = "\u{e272}";
/// `globe-simple`
pub const GLOBE_SIMPLE: &str = "\u{e28e}";
/// `handshake`
pub const HANDSHAKE: &str = "\u{e582}";
/// `hash`
pub const HASH: &str = "\u{e2a2}";
/// `house`
pub const HOUSE: &str = "\u{e2c2}";
/// `identification-card`
pub const IDENTIFICATION_CARD: &str = "\u{e2c8}";
/// `image`
pub const IMAGE: &str = "\u{e2ca}";
/// `info`
pub const INFO: &str = "\u{e2ce}";
/// `keyboard`
pub const KEYBOARD: &str = "\u{e2d8}";
/// `link-simple`
pub const LINK_SIMPLE: &str = "\u{e2e6}";
/// `list-bullets`
pub const LIST_BULLETS: &str = "\u{e2f2}";
/// `list-checks`
pub const LIST_CHECKS: &str = "\u{eadc}";
/// `lock-simple`
pub const LOCK_SIMPLE: &str = "\u{e308}";
/// `magnifying-glass`
pub const MAGNIFYING_GLASS: &str = "\u{e30c}";
/// `map-pin`
pub const MAP_PIN: &str = "\u{e316}";
/// `microphone`
pub const MICROPHONE: &str = "\u{e326}";
/// `minus`
pub const MINUS: &str = "\u{e32a}";
/// `minus-circle`
pub const MINUS_CIRCLE: &str = "\u{e32c}";
/// `moon`
pub const MOON: &str = "\u{e330}";
/// `note`
pub const NOTE: &str = "\u{e348}";
/// `note-pencil`
pub const NOTE_PENCIL: &str = "\u{e34c}";
/// `package`
pub const PACKAGE: &str = "\u{e390}";
/// `paper-plane-tilt`
pub const PAPER_PLANE_TILT: &str = "\u{e398}";
/// `paperclip`
pub const PAPERCLIP: &str = "\u{e39a}";
/// `pencil-simple`
pub const PENCIL_SIMPLE: &str = "\u{e3b4}";
/// `percent`
pub const PERCENT: &str = "\u{e3b6}";
/// `phone`
pub const PHONE: &str = "\u{e3b8}";
/// `plus`
pub const PLUS: &str = "\u{e3d4}";
/// `plus-circle`
pub const PLUS_CIRCLE: &str = "\u{e3d6}";
/// `printer`
pub const PRINTER: &str = "\u{e3dc}";
/// `prohibit`
pub const PROHIBIT: &str = "\u{e3de}";
/// `push-pin`
pub const PUSH_PIN: &str = "\u{e3e2}";
/// `question`
pub const QUESTION: &str = "\u{e3e8}";
/// `receipt`
pub const RECEIPT: &str = "\u{e3ec}";
/// `scales`
pub const SCALES: &str = "\u{e750}";
/// `seal-check`
pub const SEAL_CHECK: &str = "\u{e606}";
/// `shield-check`
pub const SHIELD_CHECK: &str = "\u{e40c}";
/// `sign-out`
pub const SIGN_OUT: &str = "\u{e42a}";
/// `sliders-horizontal`
pub const SLIDERS_HORIZONTAL: &str = "\u{e434}";
/// `sort-ascending`
pub const SORT_ASCENDING: &str = "\u{e444}";
/// `sort-descending`
pub const SORT_DESCENDING: &str = "\u{e446}";
/// `spinner`
pub const SPINNER: &str = "\u{e66a}";
/// `squares-four`
pub const SQUARES_FOUR: &str = "\u{e464}";
/// `star`
pub const STAR: &str = "\u{e46a}";
/// `storefront`
pub const STOREFRONT: &str = "\u{e470}";
/// `sun`
pub const SUN: &str = "\u{e472}";
/// `tag`
pub const TAG: &str = "\u{e478}";
/// `text-aa`
pub const TEXT_AA: &str = "\u{e6ee}";
/// `translate`
pub const TRANSLATE: &str = "\u{e4a2}";
/// `trash`
pub const TRASH: &str = "\u{e4a6}";
/// `tray`
pub const TRAY: &str = "\u{e4aa}";
/// `truck`
pub const TRUCK: &str = "\u{e4b4}";
/// `upload-simple`
pub const UPLOAD_SIMPLE: &str = "\u{e4c0}";
/// `user`
pub const USER: &str = "\u{e4c2}";
/// `user-plus`
pub const USER_PLUS: &str = "\u{e4d0}";
/// `users`
pub const USERS: &str = "\u{e4d6}";
/// `users-three`
pub const USERS_THREE: &str = "\u{e68e}";
/// `wallet`
pub const WALLET: &str = "\u{e68a}";
/// `warning`
pub const WARNING: &str = "\u{e4e0}";
/// `warning-circle`
pub const WARNING_CIRCLE: &str = "\u{e4e2}";
/// `wrench`
pub const WRENCH: &str = "\u{e5d4}";
/// `x`
pub const X: &str = "\u{e4f6}";
/// `x-circle`
pub const X_CIRCLE: &str = "\u{e4f8}";

/// Every icon, so that a test can ask whether the font has them all.
pub const ALL: &[&str] = &[
    ADDRESS_BOOK,
    ARCHIVE,
    ARROW_BEND_UP_LEFT,
    ARROW_CLOCKWISE,
    ARROW_COUNTER_CLOCKWISE,
    ARROW_DOWN,
    ARROW_LEFT,
    ARROW_RIGHT,
    ARROW_SQUARE_OUT,
    ARROW_U_UP_LEFT,
    ARROW_U_UP_RIGHT,
    ARROW_UP,
    AT,
    BANK,
    BELL,
    BOOK_OPEN,
    BRIEFCASE,
    BUILDINGS,
    CALENDAR_BLANK,
    CAMERA,
    CARET_DOWN,
    CARET_LEFT,
    CARET_RIGHT,
    CARET_UP,
    CARET_UP_DOWN,
    CHART_BAR,
    CHART_LINE_UP,
    CHART_PIE_SLICE,
    CHAT_TEXT,
    CHECK,
    CHECK_CIRCLE,
    CIRCLE,
    CLIPBOARD_TEXT,
    CLOCK,
    CLOCK_COUNTER_CLOCKWISE,
    CLOUD_CHECK,
    COLUMNS,
    COPY,
    CREDIT_CARD,
    CUBE,
    CURRENCY_EUR,
    DATABASE,
    DOTS_THREE,
    DOTS_THREE_VERTICAL,
    DOTS_SIX_VERTICAL,
    DOWNLOAD_SIMPLE,
    ENVELOPE_SIMPLE,
    EXPORT,
    EYE,
    EYE_SLASH,
    FILE,
    FILE_CSV,
    FILE_PDF,
    FILE_PLUS,
    FILE_TEXT,
    FILE_XLS,
    FLOPPY_DISK,
    FOLDER_OPEN,
    FOLDER_SIMPLE,
    FUNNEL_SIMPLE,
    GEAR_SIX,
    GLOBE_SIMPLE,
    HANDSHAKE,
    HASH,
    HOUSE,
    IDENTIFICATION_CARD,
    IMAGE,
    INFO,
    KEYBOARD,
    LINK_SIMPLE,
    LIST_BULLETS,
    LIST_CHECKS,
    LOCK_SIMPLE,
    MAGNIFYING_GLASS,
    MAP_PIN,
    MICROPHONE,
    MINUS,
    MINUS_CIRCLE,
    MOON,
    NOTE,
    NOTE_PENCIL,
    PACKAGE,
    PAPER_PLANE_TILT,
    PAPERCLIP,
    PENCIL_SIMPLE,
    PERCENT,
    PHONE,
    PLUS,
    PLUS_CIRCLE,
    PRINTER,
    PROHIBIT,
    PUSH_PIN,
    QUESTION,
    RECEIPT,
    SCALES,
    SEAL_CHECK,
    SHIELD_CHECK,
    SIGN_OUT,
    SLIDERS_HORIZONTAL,
    SORT_ASCENDING,
    SORT_DESCENDING,
    SPINNER,
    SQUARES_FOUR,
    STAR,
    STOREFRONT,
    SUN,
    TAG,
    TEXT_AA,
    TRANSLATE,
    TRASH,
    TRAY,
    TRUCK,
    UPLOAD_SIMPLE,
    USER,
    USER_PLUS,
    USERS,
    USERS_THREE,
    WALLET,
    WARNING,
    WARNING_CIRCLE,
    WRENCH,
    X,
    X_CIRCLE,
];
