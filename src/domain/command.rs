//! Every change of the books there can be.
