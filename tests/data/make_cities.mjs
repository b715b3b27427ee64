// Makes assets/data/cities.csv from npm `@etalab/decoupage-administratif`, which joins INSEE's list of communes with
// La Poste's official base of postcodes:
//
//     npm install @etalab/decoupage-administratif@6.0.0
//     node tests/data/make_cities.mjs > assets/data/cities.csv
//
// One line a postcode: the postcode; its communes, the most inhabited first, `;` between them; then, if there are any,
// `|` and the former communes that were merged into those, by name. Before the name of a commune of a thousand
// inhabitants or more stands a digit, so that the best known can come first: 1 from 1,000, 2 from 3,000, 3 from 10,000,
// and so on to 7 from 1,000,000. Monaco is no French commune, but its postcode is one of the French ones.
import { createRequire } from 'node:module'

const communes = createRequire(`${process.cwd()}/`)('@etalab/decoupage-administratif/data/communes.json')
const STEPS = [1_000, 3_000, 10_000, 30_000, 100_000, 300_000, 1_000_000]
const byBytes = (one, other) => (one < other ? -1 : one > other ? 1 : 0)

const current = communes.filter(commune => commune.type === 'commune-actuelle')
const former = communes.filter(commune => ['commune-deleguee', 'commune-associee'].includes(commune.type))
const byCode = new Map(current.map(commune => [commune.code, commune]))

/** @type {Map<string, {communes: object[], former: Set<string>}>} */
const rows = new Map()
const row = postcode => {
  if (!rows.has(postcode)) rows.set(postcode, { communes: [], former: new Set() })
  return rows.get(postcode)
}
for (const commune of [...current, { nom: 'Monaco', population: 39_000, codesPostaux: ['98000'] }]) {
  for (const postcode of commune.codesPostaux ?? []) row(postcode).communes.push(commune)
}
for (const commune of former) {
  for (const postcode of byCode.get(commune.chefLieu)?.codesPostaux ?? []) row(postcode).former.add(commune.nom)
}

for (const postcode of [...rows.keys()].sort(byBytes)) {
  const { communes, former } = rows.get(postcode)
  communes.sort((one, other) => (other.population ?? 0) - (one.population ?? 0) || byBytes(one.nom, other.nom))
  const cells = communes.map(({ nom, population = 0 }) => `${STEPS.filter(step => population >= step).length || ''}${nom}`)
  const names = new Set(communes.map(({ nom }) => nom))
  const merged = [...former].filter(nom => !names.has(nom)).sort(byBytes)
  const line = [postcode, ...cells].join(';') + (merged.length > 0 ? `|${merged.join(';')}` : '')
  if (!/^\d{5}(;\d?\p{Lu}[^;|\d]*)+(\|[^|\d]+)?$/u.test(line)) throw new Error(line)
  console.log(line)
}
