/** Every column of the data package, once: its type, what it means, what may stand in it, and which resource it points to. */
import {
  BASES,
  COMPULSIONS,
  FAMILIES,
  GRADES,
  MEASURES,
  PLACE_KINDS,
  PLANT_STATUSES,
  SECTORS,
  STATUSES,
  UNITS,
  WAYS,
  YEARS,
} from '../record/model.ts';

/** Prose stands in one column a language. */
type FieldType = 'string' | 'number' | 'integer' | 'boolean' | 'date' | 'prose';
export interface Constraints {
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
}
export interface Field {
  readonly type: FieldType;
  readonly title: string;
  readonly description: string;
  readonly constraints?: Constraints;
  /** The resource, and the column there, in which every value must stand. */
  readonly link?: readonly [resource: string, field: string];
}

const ONE_TIME = String.raw`\d{4}(-\d{2}(-\d{2})?)?`;
const A_TIME: Constraints = { pattern: `^${ONE_TIME}(/${ONE_TIME})?$` };
const NOT_NEGATIVE: Constraints = { minimum: 0 };
const [WAVE, SERIES, PLACE, ROUTE, SOURCE] = [
  ['waves', 'wave'],
  ['series', 'series'],
  ['places', 'place'],
  ['routes', 'route'],
  ['sources', 'source'],
] as const;

const field = (
  type: FieldType,
  title: string,
  description: string,
  constraints?: Constraints,
  link?: Field['link'],
): Field => ({ type, title, description, ...(constraints && { constraints }), ...(link && { link }) });
const id = (title: string, description: string, link?: Field['link']) =>
  field('string', title, description, undefined, link);
const list = (title: string, description: string) => field('string', title, `${description}, joined by “;”.`);
const oneOf = (values: readonly string[], title: string, description: string) =>
  field('string', title, description, { enum: values });
const prose = (title: string, description: string) => field('prose', title, description);

/** A name means the same in every resource. */
export const FIELDS = {
  wave: id('Wave', 'Id of the wave, or of the official count (overseas-koreans).', WAVE),
  part: oneOf(['wave', 'official-count'], 'Part', 'Whether this is a wave, or the official count, which is none.'),
  wave_name: prose('Name of the wave', 'As the atlas names it.'),
  wave_title: prose('Title of the wave', 'The title of its page.'),
  summary: prose('Summary', 'One or two sentences.'),
  uncounted: prose('Uncounted', 'What the figures do not count.'),
  family: oneOf(FAMILIES, 'Family', 'The kind of journey; it decides the colour in the atlas.'),
  west: field('number', 'West', 'Western edge of what the map shows; east below west crosses 180°.'),
  south: field('number', 'South', 'Southern edge of what the map shows.'),
  east: field('number', 'East', 'Eastern edge of what the map shows.'),
  north: field('number', 'North', 'Northern edge of what the map shows.'),
  lane_flow: list('Flows of the lane', 'Ids of the flows drawn in the lane of the wave'),
  lane_stock: list('Stocks of the lane', 'Ids of the stocks drawn in the lane of the wave'),
  now: list('Now', 'Ids of the series of the official count that say who is there now'),
  role: oneOf(['origin', 'destination', 'port', 'waypoint'], 'Role', 'What the place was for the wave.'),

  time: field(
    'string',
    'Time',
    'As the record writes it: a year, 1903-01, 1903-01-13, or a span a/b of two of them, both ends included.',
    A_TIME,
  ),
  from: field('date', 'From', 'First day of the time, as the year of the series is counted.'),
  until: field('date', 'Until', 'Last day of the time, included.'),
  value: field(
    'number',
    'Value',
    'The figure, in the unit of its row or its series. Empty: a gap, which is not a zero.',
  ),
  low: field('number', 'Low', 'Lower end of the range, where there is one.'),
  high: field('number', 'High', 'Upper end of the range, where there is one.'),
  status: oneOf(
    [...STATUSES, 'missing'],
    'Status',
    'How the value came about: reported (someone counted), estimate (someone reckoned or rounded), derived (worked out from other figures of the record); missing is a gap.',
  ),
  grade: oneOf(
    GRADES,
    'Grade',
    'Standing of the source, or of the best among several: A official or primary, B scholarly or reference, C serious press, museum or organisation, D other. The atlas draws a figure of grade D as estimated.',
  ),
  partial: field('boolean', 'Partial', 'The year was not complete when it was counted.'),
  edition: field('integer', 'Edition', 'Year on the cover of the publication, where that is not the time counted.'),
  note: prose('Note', 'What must be known to read this row.'),
  sources: list('Sources', 'Ids of the sources (resource “sources”)'),
  source: id('Source', 'Id of a source.', SOURCE),

  series: id('Series', 'Id of a series.', SERIES),
  series_name: prose('Name of the series', 'What is counted.'),
  series_note: prose('Note of the series', 'What must be known to read any of its figures.'),
  question: id(
    'Question',
    'Figures with the same question are rivals: they answer it differently and are never added.',
  ),
  preferred: field('boolean', 'Preferred', 'Whether the atlas shows this one of the rivals.'),
  place: id('Place', 'Id of a place.', PLACE),
  measure: oneOf(
    MEASURES,
    'Measure',
    'Flow (moving in a time), stock (present at a time), total (a whole movement) or other; these are never added to one another.',
  ),
  unit: oneOf(UNITS, 'Unit', 'What the value counts.'),
  compulsion: oneOf(COMPULSIONS, 'Compulsion', 'The freedom people had to go; a stock carries no judgement (free).'),
  way: oneOf(WAYS, 'Way', 'Out, back, or on to another country.'),
  basis: oneOf(BASES, 'Basis', 'Whether the sources name the way (recorded) or the line is schematic (inferred).'),
  year_of: oneOf(YEARS, 'Year of', 'What a bare year means.'),
  journeys: list('Journeys', 'Chains of routes that these people took, routes of a chain joined by “>”, chains'),
  breaks: list('Breaks', 'Times at which method or territory changed; do not join counts across them'),
  on_map: field('boolean', 'On the map', 'Whether the stock stands as a circle on the map.'),
  growth_of: id('Growth of', 'The stock whose successive counts this is the difference of.', SERIES),
  iso3: field('string', 'Country', 'Country of a series of the official count, ISO 3166-1.', { pattern: '^[A-Z]{3}$' }),

  total: id('Total', 'Id of a total.'),
  total_name: prose('Name of the total', 'What is summed up.'),
  voyage: id('Voyage', 'Id of a single ship, train or flight.'),
  vessel: prose('Vessel', 'Name of the ship, or what it was.'),
  departed: field('string', 'Departed', 'When it left, as the record writes it.', A_TIME),
  arrived: field('string', 'Arrived', 'When it arrived, as the record writes it.', A_TIME),
  from_place: id('From', 'Id of the place that it left.', PLACE),
  to_place: id('To', 'Id of the place at which it arrived.', PLACE),
  persons: field('integer', 'Persons', 'How many of these people were on board.', NOT_NEGATIVE),
  flow: id('Flow', 'The series whose count contains these people.', SERIES),
  route: id('Route', 'Id of a route.', ROUTE),
  route_name: prose('Name of the route', 'From where to where.'),
  modes: list('Modes', 'One mode a leg: sea, river, rail, air or land'),
  stops: list('Stops', 'Ids of the places, in order; two next to each other are a leg'),
  days: field('number', 'Days', 'How long it took, where known.', NOT_NEGATIVE),
  inferred_legs: list('Inferred legs', 'Legs, counted from 0, whose line is not in the sources'),

  event: id('Event', 'Id of an event.'),
  event_title: prose('Title', 'What happened.'),
  event_text: prose('Text', 'What happened, in a few sentences.'),
  dispute: id('Dispute', 'Id of a disagreement between sources.'),
  about: list('About', 'Ids of series, totals, events, routes, voyages or places; “wave” is the whole'),
  claim: id('Claim', 'Id of a claim, unique in its dispute.'),
  dispute_question: prose('What is in dispute', 'The question that the claims answer.'),
  claim_text: prose('The claim', 'Who says what.'),
  why: prose('Why they differ', 'Why the sources differ.'),
  reason: prose('Reason', 'Why one claim is preferred, or why none is.'),
  person: id('Person', 'Id of a person.'),
  person_name: prose('Name', 'Name of the person.'),
  person_role: prose('Role', 'Who the person was.'),

  plant: id('Plant', 'Id of a plant, which is a place too.', PLACE),
  plant_name: prose('Name', 'Name of the plant.'),
  company: field('string', 'Company', 'Who builds or owns it.'),
  partner: field('string', 'Partner', 'The partner of a joint venture.'),
  sector: oneOf(SECTORS, 'Sector', 'What is made there.'),
  city: field('string', 'City', 'City or county.'),
  state: field('string', 'State', 'State of the United States.'),
  announced: field('string', 'Announced', 'When it was announced, as the record writes it.', A_TIME),
  opened: field('string', 'Opened', 'When it opened or is to open, as the record writes it.', A_TIME),
  investment: field(
    'number',
    'Investment',
    'US dollars, as announced; plans overlap and are never added up.',
    NOT_NEGATIVE,
  ),
  jobs_promised: field('number', 'Jobs promised', 'As promised; not people, and never added up.', NOT_NEGATIVE),
  jobs_now: field('number', 'Jobs now', 'Jobs of which a source speaks as there.', NOT_NEGATIVE),
  plant_status: oneOf(PLANT_STATUSES, 'Status of the plant', 'Where it stands.'),

  kind: oneOf(PLACE_KINDS, 'Kind', 'Kind of place.'),
  lon: field('number', 'Longitude', 'Degrees east; empty where a region is too large for a point.', {
    minimum: -180,
    maximum: 180,
  }),
  lat: field('number', 'Latitude', 'Degrees north.', { minimum: -90, maximum: 90 }),
  place_name: prose('Name of the place', 'The name of today.'),
  language: field('string', 'Language', 'Tag of the language: ko, en.'),
  rank: field('integer', 'Rank', 'Order in the record, from 1.', { minimum: 1 }),
  name: field('string', 'Name', 'The name.'),
  script: field('string', 'Script', 'The name in the script of the time.'),

  type: field('string', 'Type', 'Type of the source, as in CSL-JSON.'),
  author: list('Author', 'Authors'),
  title: field('string', 'Title', 'Title; in [square brackets] a description, where there is none.'),
  title_note: field('string', 'Note on the title', 'Whether the title is exact.'),
  container: field('string', 'Container', 'The journal, newspaper, book or site it stands in.'),
  publisher: field('string', 'Publisher', 'Who published it.'),
  issued: field('string', 'Issued', 'Year, month or day of issue, or a span.', A_TIME),
  url: field('string', 'Address', 'Where it was read.', { pattern: '^https?://' }),
  page: field('string', 'Page', 'Page, where it is known.'),
  locator: field('string', 'Locator', 'Where in the source, or where to find it without an address.'),
  seen: oneOf(['page', 'memory'], 'Seen', 'Read (page), or only remembered (memory): then it stands behind no figure.'),
  source_note: field('string', 'Note on the source', 'What a reader must know about it; in English.'),

  reference_date: field('string', 'Reference date', 'The day for which was counted, where it is known.', A_TIME),
  countries: field('integer', 'Countries', 'Number of countries counted.', NOT_NEGATIVE),
  found: oneOf(
    ['total', 'total-and-regions', 'countries', 'rounded'],
    'Found',
    'How much of the edition was found: its total, its regions, its countries, or a rounded number.',
  ),
  year: field('integer', 'Year', 'Year in which the method changed.'),
  effect: field('number', 'Effect', 'By how many people the change of method moved the count, where it is known.'),
  wanted: id('Wanted', 'Id of figures known to exist in print that nobody has seen yet.'),
  times: list('Times', 'The times wanted'),
  look_in: list('Where to look', 'Ids of the sources in which to look'),
  wanted_text: prose('What is wanted', 'Which figures, and where to look.'),
} as const satisfies Record<string, Field>;

export type Column = keyof typeof FIELDS;
