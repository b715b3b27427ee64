//! Arguments → a window or a verb.

fn main() {
    let mut options = comptoir::ui::Options::default();
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        let value = arguments.next();
        match argument.as_str() {
            "--book" => options.book = value.map(Into::into),
            "--lang" => options.language = value.and_then(|value| value.parse().ok()),
            "--theme" => {
                options.look = Some(if value.as_deref() == Some("dark") {
                    comptoir::files::settings::Look::Dark
                } else {
                    comptoir::files::settings::Look::Light
                });
            }
            _ => {}
        }
    }
    if let Err(error) = comptoir::ui::run(options) {
        log::error!("{error}");
    }
}
