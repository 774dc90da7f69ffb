/** Named scenes: shown by `npm run gallery`, and drawn as numbers by `gallery.test.ts`. */
export interface Scene {
  /** Part of the address after the page. */
  readonly address: string;
  /** What is to be seen there. */
  readonly shows: string;
}

export const scenes = {
  opening: { address: '', shows: 'October 1937: trains to Central Asia, growth in Manchuria and Japan' },
  hawaiiFirstShip: { address: '#wave=hawaii&at=1903-01-08', shows: 'The Gaelic, 102 people, four days from Honolulu' },
  hawaii1904: { address: '#wave=hawaii&at=1904', shows: '3,434 people in the year with most arrivals' },
  ilfordAtSea: { address: '#wave=mexico&at=1905-04-20', shows: '1,033 people on one ship, each a dot' },
  mexicoToCuba: { address: '#wave=mexico&at=1921-03-20', shows: 'About 300 people on the way to Manatí' },
  jiandaoGrowth: { address: '#wave=manchuria&at=1909', shows: 'Rings: growth between the counts of 1907 and 1910' },
  deportation: { address: '#wave=russia&at=1937-10-10', shows: 'Dots in steps along the Trans-Siberian line' },
  mobilised: { address: '#wave=japan&at=1943', shows: 'Conscripted labour across the strait' },
  homeFromJapan: { address: '#wave=japan&at=1945-12-01', shows: '1,350,000 people on the way back' },
  toNiigata: { address: '#wave=japan&at=1960', shows: 'To North Korea by Niigata' },
  polarFlight: { address: '#wave=germany&at=1966', shows: 'Nurses over the Arctic, cut at both edges of the map' },
  blueDragon: { address: '#wave=vietnam&at=1965-10-06', shows: 'Troops ordered to Vietnam' },
  jeddah: { address: '#wave=middle-east&at=1977', shows: 'Builders by air' },
  boissevain: { address: '#wave=south-america&at=1965-09-20', shows: 'Farming families round the Cape' },
  losAngeles: { address: '#wave=united-states-1965&at=1987', shows: 'Permanent residents' },
  charterHome: { address: '#wave=us-manufacturing&at=2025-09-12', shows: '330 people on the charter home' },
  ourDay: { address: '#at=2024', shows: 'All waves today' },
} as const satisfies Record<string, Scene>;
