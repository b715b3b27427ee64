//! The great e-mail providers, and the slips of the hand by which an address misses one.
//!
//! A suggestion that is wrong costs more than a typo that is not seen: somebody else's real domain is never one.

use super::country;

/// A provider: its name, and what follows that name in its domains, the best known first.
struct Provider {
    name: &'static str,
    ends: &'static [&'static str],
    reach: Reach,
}

/// Under which other ends a provider's name is no slip.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reach {
    /// Under none: nobody else is called so.
    Sole,
    /// Under that of any country: it has a domain in many of them.
    Worldwide,
    /// Under that of any country: others bear the name.
    Shared,
}

/// The greatest providers of the world, of France and of its neighbours.
const PROVIDERS: [Provider; 36] = [
    at("gmail", &["com"], Reach::Sole),
    at("googlemail", &["com"], Reach::Sole),
    at("hotmail", &["com", "fr"], Reach::Worldwide),
    at("outlook", &["com", "fr"], Reach::Worldwide),
    at("live", &["com", "fr"], Reach::Worldwide),
    at("msn", &["com"], Reach::Worldwide),
    at("yahoo", &["com", "fr"], Reach::Worldwide),
    at("ymail", &["com"], Reach::Shared),
    at("icloud", &["com"], Reach::Sole),
    at("me", &["com"], Reach::Shared),
    at("mac", &["com"], Reach::Shared),
    at("mail", &["com"], Reach::Shared),
    at("orange", &["fr"], Reach::Shared),
    at("wanadoo", &["fr"], Reach::Shared),
    at("free", &["fr"], Reach::Shared),
    at("sfr", &["fr"], Reach::Shared),
    at("laposte", &["net"], Reach::Shared),
    at("bbox", &["fr"], Reach::Shared),
    at("neuf", &["fr"], Reach::Shared),
    at("numericable", &["fr"], Reach::Shared),
    at("cegetel", &["net"], Reach::Shared),
    at("club-internet", &["fr"], Reach::Shared),
    at("aliceadsl", &["fr"], Reach::Shared),
    at("gmx", &["fr", "com", "de", "net", "ch", "at"], Reach::Worldwide),
    at("web", &["de"], Reach::Shared),
    at("t-online", &["de"], Reach::Shared),
    at("freenet", &["de"], Reach::Shared),
    at("aol", &["com", "fr"], Reach::Worldwide),
    at("proton", &["me"], Reach::Shared),
    at("protonmail", &["com", "ch"], Reach::Shared),
    at("bluewin", &["ch"], Reach::Shared),
    at("hispeed", &["ch"], Reach::Shared),
    at("skynet", &["be"], Reach::Shared),
    at("telenet", &["be"], Reach::Shared),
    at("proximus", &["be"], Reach::Shared),
    at("libero", &["it"], Reach::Shared),
];

const fn at(name: &'static str, ends: &'static [&'static str], reach: Reach) -> Provider {
    Provider { name, ends, reach }
}

/// From as many letters on a name has hardly a real neighbour.
const LONG: usize = 5;

/// Domains that are one letter from a provider's and yet themselves.
const THEMSELVES: [&str; 4] = ["cloud.com", "email.com", "grange.fr", "pcloud.com"];

/// Ends that are none, and what was meant.
const SLIPS: [(&str, &str); 20] = [
    ("con", "com"),
    ("cmo", "com"),
    ("ocm", "com"),
    ("omc", "com"),
    ("comm", "com"),
    ("ccom", "com"),
    ("coom", "com"),
    ("vom", "com"),
    ("xom", "com"),
    ("cpm", "com"),
    ("cim", "com"),
    ("clm", "com"),
    ("rf", "fr"),
    ("ffr", "fr"),
    ("frr", "fr"),
    ("nte", "net"),
    ("ent", "net"),
    ("nett", "net"),
    ("ogr", "org"),
    ("rog", "org"),
];

/// Ends of countries that are more often another one cut short or mistyped.
const CUT_SHORT: [&str; 3] = ["cm", "co", "om"];

/// The domain that was probably meant, if another one. `domain` is well formed and in lower case.
pub(super) fn meant(domain: &str) -> Option<String> {
    if THEMSELVES.contains(&domain) {
        return None;
    }
    let (name, end) = domain.rsplit_once('.')?;
    if let Some((_, right)) = SLIPS.iter().find(|(slip, _)| *slip == end) {
        let righted = format!("{name}.{right}");
        return near(&righted).or(Some(righted));
    }
    near(domain)
}

/// The provider's domain that is one slip away; none for a provider's domain itself.
fn near(domain: &str) -> Option<String> {
    let (name, end) = domain.split_once('.')?;
    match PROVIDERS.iter().find(|provider| provider.name == name) {
        Some(provider) => provider.end_meant(end).map(|end| provider.domain(end)),
        None => PROVIDERS.iter().find_map(|provider| {
            let named =
                is_slip(name, provider.name) && (provider.ends.contains(&end) || provider.is_abroad(end));
            if named { Some(provider.domain(end)) } else { provider.across_the_dot(domain) }
        }),
    }
}

impl Provider {
    fn domain(&self, end: &str) -> String {
        format!("{}.{end}", self.name)
    }

    /// One of the provider's domains in another country.
    fn is_abroad(&self, end: &str) -> bool {
        self.reach == Reach::Worldwide && own_end(end).is_some_and(is_of_a_country)
    }

    /// What probably was meant to follow this provider's name, if not what does.
    fn end_meant(&self, end: &str) -> Option<&'static str> {
        let cut_short = CUT_SHORT.contains(&end);
        let in_use = self.ends.contains(&end)
            || self.is_abroad(end)
            || (self.reach == Reach::Shared && end.rsplit('.').next().is_some_and(is_of_a_country));
        if in_use && !cut_short {
            return None;
        }
        let near = self.ends.iter().find(|own| edit(end, own).is_some());
        let sole = || self.ends.first().filter(|_| self.reach == Reach::Sole && own_end(end).is_some());
        near.or_else(sole).copied()
    }

    /// The provider's domain, if it became `typed` by a dot in the wrong place ("gmai.lcom").
    fn across_the_dot(&self, typed: &str) -> Option<String> {
        let letters = || typed.bytes().filter(|byte| *byte != b'.');
        let is_meant = |end: &&&str| letters().eq(self.name.bytes().chain(end.bytes()));
        let end = self.ends.iter().filter(|_| self.name.len() >= LONG).find(is_meant)?;
        Some(self.domain(end))
    }
}

/// The last part of what follows a name, if that is no domain of somebody else's: `uk` of `co.uk`.
fn own_end(end: &str) -> Option<&str> {
    let (before, last) = end.rsplit_once('.').unwrap_or(("", end));
    matches!(before, "" | "co" | "com").then_some(last)
}

fn is_of_a_country(end: &str) -> bool {
    matches!(end, "uk" | "eu") || country::is_code(&end.to_ascii_uppercase())
}

/// Is `typed` one slip away from a provider's name? A short name has too many real neighbours: there a letter is
/// only doubled or dropped from two alike, or two of four change places.
fn is_slip(typed: &str, name: &str) -> bool {
    match edit(typed, name) {
        Some(Edit::Swapped) => name.len() >= 4,
        Some(Edit::Doubled) => true,
        Some(Edit::Other) => name.len() >= LONG,
        None => false,
    }
}

/// The one edit that makes a word of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Edit {
    /// Two neighbours changed places.
    Swapped,
    /// A letter was doubled, or one of two alike dropped.
    Doubled,
    /// A letter was replaced, put in or left out.
    Other,
}

fn edit(one: &str, other: &str) -> Option<Edit> {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    if one.len().abs_diff(other.len()) > 1 {
        return None;
    }
    let same = one.iter().zip(other).take_while(|(one, other)| one == other).count();
    let (before, one, other) = (one.get(..same)?, one.get(same..)?, other.get(same..)?);
    match (one, other) {
        ([_, rest_one @ ..], [_, rest_other @ ..]) if rest_one == rest_other => Some(Edit::Other),
        ([a, b, rest_one @ ..], [c, d, rest_other @ ..]) if a == d && b == c && rest_one == rest_other => {
            Some(Edit::Swapped)
        }
        ([extra, rest @ ..], short) | (short, [extra, rest @ ..]) if rest == short => {
            Some(if before.last() == Some(extra) { Edit::Doubled } else { Edit::Other })
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typos_of_providers() {
        for (typed, expected) in [
            ("gmial.com", "gmail.com"),
            ("gmai.com", "gmail.com"),
            ("gmaill.com", "gmail.com"),
            ("gmali.com", "gmail.com"),
            ("fmail.com", "gmail.com"),
            ("gmail.fr", "gmail.com"),
            ("gmail.co", "gmail.com"),
            ("bluewin.co", "bluewin.ch"),
            ("gmail.com.fr", "gmail.com"),
            ("gmail.con", "gmail.com"),
            ("gmial.cmo", "gmail.com"),
            ("gmai.lcom", "gmail.com"),
            ("hot.mail.com", "hotmail.com"),
            ("hotmial.fr", "hotmail.fr"),
            ("hotmial.be", "hotmail.be"),
            ("hotmal.co.uk", "hotmail.co.uk"),
            ("outloook.de", "outlook.de"),
            ("outlook.fe", "outlook.fr"),
            ("yaho.fr", "yahoo.fr"),
            ("yahoo.cm", "yahoo.com"),
            ("yahoo.rf", "yahoo.fr"),
            ("iclod.com", "icloud.com"),
            ("icloud.fr", "icloud.com"),
            ("ornage.fr", "orange.fr"),
            ("orange.rf", "orange.fr"),
            ("orange.fe", "orange.fr"),
            ("wanadou.fr", "wanadoo.fr"),
            ("laposte.nte", "laposte.net"),
            ("laposte.nt", "laposte.net"),
            ("fre.fr", "free.fr"),
            ("fere.fr", "free.fr"),
            ("ffree.fr", "free.fr"),
            ("bboxx.fr", "bbox.fr"),
            ("sffr.fr", "sfr.fr"),
            ("t-onlin.de", "t-online.de"),
            ("protonmail.cm", "protonmail.com"),
            ("bluewinn.ch", "bluewin.ch"),
            ("skynte.be", "skynet.be"),
            ("dupont.con", "dupont.com"),
            ("dupont.ffr", "dupont.fr"),
            ("dupont.ogr", "dupont.org"),
        ] {
            assert_eq!(meant(typed).as_deref(), Some(expected), "{typed}");
        }
    }

    #[test]
    fn domains_that_are_themselves() {
        for provider in &PROVIDERS {
            for end in provider.ends {
                assert_eq!(meant(&provider.domain(end)), None);
            }
        }
        for domain in THEMSELVES {
            assert_eq!(meant(domain), None, "{domain}");
            assert!(near(domain).is_some(), "{domain} needs no exception");
        }
        for domain in [
            "gmx.li",
            "gmx.be",
            "hotmail.gr",
            "mec.om",
            "hotmail.it",
            "hotmail.co.uk",
            "yahoo.com.br",
            "yahoo.es",
            "live.be",
            "outlook.eu",
            "laposte.fr",
            "orange.com",
            "orange.gr",
            "free.org",
            "web.be",
            "proton.ch",
            "tree.fr",
            "fee.fr",
            "srf.fr",
            "str.fr",
            "ge.com",
            "m6.fr",
            "gmx.biz",
            "gmail.example.fr",
            "dupont.fr",
            "dupont.co",
            "a.com",
            "yahoo.net",
        ] {
            assert_eq!(meant(domain), None, "{domain}");
        }
    }

    #[test]
    fn every_slip_ends_where_a_provider_or_anybody_is() {
        for (slip, right) in SLIPS {
            assert_eq!(meant(&format!("dupont.{slip}")), Some(format!("dupont.{right}")));
        }
    }

    #[test]
    fn the_edits() {
        for (one, other, expected) in [
            ("abc", "abc", None),
            ("abc", "abd", Some(Edit::Other)),
            ("abc", "ab", Some(Edit::Other)),
            ("ab", "abc", Some(Edit::Other)),
            ("abc", "bac", Some(Edit::Swapped)),
            ("abb", "ab", Some(Edit::Doubled)),
            ("aab", "ab", Some(Edit::Doubled)),
            ("ab", "aab", Some(Edit::Doubled)),
            ("abc", "cba", None),
            ("abcd", "ab", None),
            ("abcd", "badc", None),
            ("abca", "bacd", None),
            ("", "", None),
            ("a", "", Some(Edit::Other)),
        ] {
            assert_eq!(edit(one, other), expected, "{one} {other}");
        }
    }
}
