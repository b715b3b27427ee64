//! Numbers that authorities give: SIREN and SIRET.
