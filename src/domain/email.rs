//! E-mail addresses: syntax, and likely typos.
//!
//! Offline, so nothing is said about whether an address exists.

use email_address::EmailAddress;

use super::provider;
use super::reason::Reason;

/// RFC 5321, in bytes; the 64 of the part before the `@` are checked by the crate.
const LONGEST: usize = 254;

/// Why an address is doubted; there is no doubt where there is no address.
pub fn check(typed: &str) -> Option<Reason> {
    if typed.is_empty() {
        return None;
    }
    let Some((local, domain)) = parts(typed) else { return Some(Reason::EmailMalformed) };
    let domain = domain.to_ascii_lowercase();
    provider::meant(&domain).map(|meant| Reason::EmailTypo(format!("{local}@{meant}")))
}

/// Could a message be sent to the address?
pub fn is_well_formed(typed: &str) -> bool {
    parts(typed).is_some()
}

/// Before and after the `@` of a well-formed address. Before it ASCII only: hardly a server takes more, and an
/// accent there is a mistake. The domain may have accents, as domains do.
fn parts(typed: &str) -> Option<(&str, &str)> {
    let (local, domain) = typed.rsplit_once('@')?;
    let (rest, end) = domain.rsplit_once('.')?;
    let is_label = |label: &str| {
        let inner = |c: char| c.is_alphanumeric() || c == '-';
        (1..=63).contains(&label.len())
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(inner)
    };
    let well_formed = typed.len() <= LONGEST
        && local.is_ascii()
        && !local.contains(' ')
        && EmailAddress::is_valid_local_part(local)
        && rest.split('.').all(is_label)
        && is_label(end)
        && end.chars().nth(1).is_some()
        && !end.starts_with(|c: char| c.is_numeric());
    well_formed.then_some((local, domain))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syntax() {
        let labels = format!("a@{}.fr", "b".repeat(63));
        let longest = format!("a@{0}.{0}.{0}.{1}.fr", "b".repeat(63), "c".repeat(57));
        assert_eq!(longest.len(), LONGEST);
        let local = format!("{}@b.fr", "a".repeat(64));
        for address in [
            "a@b.fr",
            "jean.dupont+devis@sous.domaine.example",
            "o'neil@b.fr",
            "a@café.fr",
            "\"a..b\"@b.fr",
            "a@b-c.fr",
        ]
        .into_iter()
        .chain([labels.as_str(), &longest, &local])
        {
            assert_eq!(check(address), None, "{address}");
            assert!(is_well_formed(address), "{address}");
        }
        let (too_long, label, local) =
            (longest.replace("c.fr", "cc.fr"), labels.replace("b.", "bb."), local.replace('@', "a@"));
        for address in [
            "a",
            "@b.fr",
            "a@",
            "a@b",
            "a@@b.fr",
            "a@b..fr",
            "a@.fr",
            "a@b.",
            "a@b.f",
            "a@b.1a",
            "a@[127.0.0.1]",
            "a b@c.fr",
            "\"a b\"@c.fr",
            "a@b c.fr",
            "a@-b.fr",
            "a@b-.fr",
            "a@b_c.fr",
            ".a@b.fr",
            "a.@b.fr",
            "a..b@c.fr",
            "jérôme@b.fr",
            "A <a@b.fr>",
            "a,b@c.fr",
            "a@b.fr, c@d.fr",
            "mailto:a@b.fr",
        ]
        .into_iter()
        .chain([too_long.as_str(), &label, &local])
        {
            assert_eq!(check(address), Some(Reason::EmailMalformed), "{address}");
            assert!(!is_well_formed(address), "{address}");
        }
        assert_eq!(check(""), None);
    }

    #[test]
    fn a_typo_keeps_the_part_before_the_at_sign() {
        let meant = Reason::EmailTypo("Jean.Dupont@gmail.com".into());
        assert_eq!(check("Jean.Dupont@GMIAL.com"), Some(meant));
        assert!(is_well_formed("Jean.Dupont@gmial.com"));
        assert_eq!(check("Jean.Dupont@GMAIL.com"), None);
    }
}
