//! The setup of a book, read whole: there are few categories and custom fields.

use super::error::StoreError;
use super::read::Snapshot;
use crate::domain::policy::Policy;
use crate::domain::record::Scan;
use crate::domain::setup::Setup;

impl Snapshot {
    /// How clients are kept in this book, whose own country is `home`.
    pub fn setup(&self, home: &str) -> Result<Setup, StoreError> {
        let (mut categories, mut fields) = (Vec::new(), Vec::new());
        self.scan(Scan::All, |category| categories.push(category))?;
        self.scan(Scan::All, |field| fields.push(field))?;
        let mut setup = Setup::new(home).with(categories, fields);
        setup.policy = self.get(Policy::ID)?.unwrap_or_default();
        Ok(setup)
    }
}
