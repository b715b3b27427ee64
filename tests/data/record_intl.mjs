// Records what `Intl` of Node 20 writes, for `tests/it/format.rs`: node tests/data/record_intl.mjs > tests/data/intl.csv
// Columns: language, what, value, text. A cell is quoted, so that a comma in a text stays in it.
const languages = ['fr', 'en-GB', 'es']
const numbers = [
  '0', '1', '2', '9', '10', '42', '99', '100', '212', '999', '1000', '1284', '5000', '9999', '10000', '12345', '99999',
  '100000', '123456', '999999', '1000000', '1234567', '12345678', '123456789', '9007199254740991', '9223372036854775807',
  '-1', '-999', '-1000', '-1284', '-12345', '-9223372036854775808',
]
const days = [
  '1900-01-01', '1999-12-31', '2000-02-29', '2024-01-01', '2024-02-29', '2024-03-01', '2024-03-31', '2025-04-30', '2025-05-08',
  '2025-06-03', '2025-07-14', '2025-08-15', '2025-09-01', '2025-10-07', '2025-11-30', '2025-12-25', '2026-01-31', '2026-11-20',
  '2099-12-31',
]
const times = ['00:00', '00:01', '09:41', '10:02', '11:59', '12:00', '12:30', '13:05', '23:59']
const styles = {
  date: { dateStyle: 'medium' },
  date_long: { dateStyle: 'long' },
  month: { year: 'numeric', month: 'long' },
}
const row = cells => console.log(cells.map(cell => `"${cell}"`).join(','))

row(['language', 'what', 'value', 'text'])
for (const language of languages) {
  const number = new Intl.NumberFormat(language)
  for (const value of numbers) row([language, 'number', value, number.format(BigInt(value))])
  for (const [what, style] of Object.entries(styles)) {
    const format = new Intl.DateTimeFormat(language, { ...style, timeZone: 'UTC', calendar: 'gregory' })
    for (const value of days) row([language, what, value, format.format(new Date(`${value}T12:00:00Z`))])
  }
  const time = new Intl.DateTimeFormat(language, { timeStyle: 'short', timeZone: 'UTC' })
  for (const value of times) row([language, 'time', value, time.format(new Date(`2026-11-20T${value}:00Z`))])
}
