//! Every page in every language, size and theme: nothing covers anything else, lies outside or is cut short.

mod judge;
