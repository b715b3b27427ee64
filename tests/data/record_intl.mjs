// Records what `Intl` of Node writes, for `tests/it/format.rs` and `tests/it/search/order.rs`:
// node tests/data/record_intl.mjs > tests/data/intl.csv
// Recorded under Node 20; .ci/run records again with the Node that is there, and compares.
// Columns: language, what, value, text. A cell is quoted, so that a comma in a text stays in it.
const languages = ['fr', 'en-GB', 'es']
const numbers = [
  '0', '1', '2', '9', '10', '42', '99', '100', '212', '999', '1000', '1284', '5000', '9999', '10000', '12345', '99999',
  '100000', '123456', '999999', '1000000', '1234567', '12345678', '123456789', '9007199254740991', '9223372036854775807',
  '-1', '-999', '-1000', '-1284', '-12345', '-9223372036854775808',
]
const amounts = [
  '0.00', '0.01', '0.10', '1.00', '9.99', '12.34', '99.90', '100.00', '999.99', '1000.00', '1234.50', '9999.99', '10000.00',
  '12345.67', '123456.78', '1234567.89', '12345678901.23', '-0.01', '-1.50', '-1234.50', '-12345.67',
]
const days = [
  '1900-01-01', '1999-12-31', '2000-02-29', '2024-01-01', '2024-02-29', '2024-03-01', '2024-03-31', '2025-04-30', '2025-05-08',
  '2025-06-03', '2025-07-14', '2025-08-15', '2025-09-01', '2025-10-07', '2025-11-30', '2025-12-25', '2026-01-31', '2026-11-20',
  '2099-12-31',
]
const times = ['00:00', '00:01', '09:41', '10:02', '11:59', '12:00', '12:30', '13:05', '23:59']
const plurals = ['0', '1', '2', '5', '21', '100', '999999']
const lists = [
  ['Adresse'], ['Nuria', 'Álvaro'], ['Nuria', 'Ibáñez'], ['Nuria', 'Iñigo', 'Itziar'], ['nombre', 'correo', 'hilo'],
  ['agua', 'hielo'], ['agua', 'hiato'], ['uno', 'dos', 'tres', 'Hidalgo'], ['padre', 'hijos'], ['a', 'b', 'c'],
]
const styles = {
  date: { dateStyle: 'medium' },
  date_long: { dateStyle: 'long' },
  month: { year: 'numeric', month: 'long' },
}
// Names as they stand in books, alike enough that every rule of the order is asked for.
const names = `
Abad|Abadía|Aceites Peña|Aceites Pena|Adam|Adán|Adèle|Agence Roux|Aguirre|Alba|Albán|Álvarez|Alvarez|alvarez|ÁLVAREZ|Ändern|André
Andrée|Andres|Andrés|Atelier 9|Atelier 10|Atelier 100|Atelier 09|atelier 9|Ateliers|Aßmann|Assmann|Bodegas Muñoz|Bodegas Munoz
Bodegas Ibáñez|Bodegas, Ibáñez|Böhm|Bohm|Boehm|Boulangerie-pâtisserie Petit|Boulangerie Petit|Boulangeries Petit|Brun|Brûn|Bühler
Buhler|Cañada|Canada|Canas|Cañas|Cantera|Castaño|Castano|Cava|Cave|Caves|Céline|Celine|Chacón|Charcuterie|Château Noël|Chateau Noel
Chávez|Chez Zoé|Cid|Çelik|Celik|cote|coté|côte|côté|Crêperie|Cueva|Cuña|Cuna|D’Angelo|D'Angelo|Dangelo|d’Alembert|Da Silva|Dasilva
De La Rue|De la Rue|Delarue|de Souza|Desouza|Díaz|Diaz|Diez|Dubois|Dubois & Fils|Dubois et fils|Dubois, Anne|Dubois 2|Dubois 12
Duchene|Duchêne|Dupré|Dupre|Éa|ea|Eb|Écija|Elcano|Électricité|Electrolux|Éloi|Éric|Eric|España|Espana|Esparza|Etxeberria|Étude
Ferrán|Ferran|Fleury|François|Francois|García|Garcia|GARCÍA|Gärtner|Gartner|Gaertner|Gómez|Gomez|Groß|Gross|Guérin|Guerin|Hébert
Hebert|Heredia|Hermanos Peña|Hôtel|Hotel|Ibáñez|Ibanez|Ibarra|Íñigo|Inigo|Jaén|Jean-Paul|Jean Paul|Jeanne|Jeanpaul|Jiménez|Jimenez
Krüger|Kruger|L’Atelier|L'Atelier|Latelier|l’atelier|La Rosa|Larosa|Lázaro|Le Bon|Lebon|Lefèvre|Lefevre|Lefebvre|Léger|Legrand
Llano|Llorente|Lobo|Logroño|López|Lopez|Luz|Lyon|Macleod|MacLeod|Mañas|Manas|Manzano|Mañueco|Martín|Martin|Martínez|Müller|Muller
Mueller|Muñoz|Munoz|Navarro|Ñandú|ñandú|Nandu|Nuñez|Núñez|Nunez|Nzamba|O’Brien|O'Brien|Obrien|Odile|Œuvre|Oeuvre|Of|Oña|Ona|Ortega
Óscar|Oscar|Peña|Pena|PEÑA|Penalva|Peñalver|Pérez|Perez|Piñero|Pinero|Pinto|Rémy|Remy|Rodríguez|Rodriguez|S. A. Norte|SA Norte
Salaün|Salaun|Schäfer|Schafer|Señor|Senor|Sènia|Société Générale|Societe Generale|Straße 3|Strasse 3|Straße 20|Théâtre|Theatre
The Tea Merchants|Ünal|Unal|Urquijo|Vallée|Vallee|Weiß|Weiss|Yagüe|Yague|Yáñez|Yanez|Zoé|Zoe|Zuñiga|Zúñiga|Zuniga|1 Plus|3 Suisses
10 Downing|& Sons|(Bar) Sol|«Sol»`.split(/[|\n]/).filter(name => name)
const row = cells => console.log(cells.map(cell => `"${cell}"`).join(','))

row(['language', 'what', 'value', 'text'])
for (const language of languages) {
  const number = new Intl.NumberFormat(language)
  for (const value of numbers) row([language, 'number', value, number.format(BigInt(value))])
  const money = new Intl.NumberFormat(language, { style: 'currency', currency: 'EUR' })
  for (const value of amounts) row([language, 'money', value, money.format(value)])
  for (const [what, style] of Object.entries(styles)) {
    const format = new Intl.DateTimeFormat(language, { ...style, timeZone: 'UTC', calendar: 'gregory' })
    for (const value of days) row([language, what, value, format.format(new Date(`${value}T12:00:00Z`))])
  }
  const time = new Intl.DateTimeFormat(language, { timeStyle: 'short', timeZone: 'UTC' })
  for (const value of times) row([language, 'time', value, time.format(new Date(`2026-11-20T${value}:00Z`))])
  const plural = new Intl.PluralRules(language)
  for (const value of plurals) row([language, 'plural', value, plural.select(Number(value))])
  const list = new Intl.ListFormat(language)
  for (const value of lists) row([language, 'list', value.join('|'), list.format(value)])
  const order = new Intl.Collator(language, { numeric: true })
  const sorted = [...names].sort(order.compare)
  sorted.forEach((name, at) => row([language, 'order', at + 1, name]))
}
