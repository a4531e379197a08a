/** The three devices of Halvora, the made-up maker. */
export const PRODUCTS = [
  {
    slug: 'pilo',
    name: 'Halvora Pilo',
    description: 'The robot vacuum that draws its own map, with a base that empties it.',
  },
  {
    slug: 'caldo',
    name: 'Halvora Caldo',
    description: 'The thermostat for boilers, heat pumps and underfloor heating.',
  },
  { slug: 'wren', name: 'Halvora Wren', description: 'The doorbell camera, on two wires or on its battery.' },
] as const;

/** Tags, what they are for, and the other words that people use for them. */
export const TAGS: readonly (readonly [name: string, description: string, ...synonyms: string[]])[] = [
  ['wifi', 'Getting and staying connected', 'wi-fi', 'wlan', 'wireless', 'internet'],
  ['battery', 'Charging, run time, replacing', 'akku', 'batterie', 'charging'],
  ['app', 'The Halvora app on phone and tablet', 'mobile-app', 'application'],
  ['firmware', 'The software on the devices', 'software-update', 'firmware-update', 'aktualisierung'],
  ['update-4-2', 'What came with Pilo 4.2', '4.2'],
  ['setup', 'Installing and first steps', 'installation', 'onboarding', 'einrichtung'],
  ['docking', 'Finding and using the base', 'dock', 'base', 'charging-station', 'ladestation'],
  ['mapping', 'Maps, rooms, no-go zones', 'map', 'floor-plan', 'rooms'],
  ['schedule', 'Doing things at the right time', 'timer', 'zeitplan', 'programme'],
  ['cleaning', 'Brushes, suction, mopping, care', 'suction', 'brushes', 'mopping'],
  ['noise', 'Too loud, or sounding odd', 'loud', 'squeak'],
  ['wiring', 'Cables, transformers, terminals', 'c-wire', 'cables'],
  ['heating', 'Boilers, radiators, heat pumps', 'boiler', 'radiator', 'heizung', 'chauffage'],
  ['energy', 'Using and paying less', 'saving', 'bill'],
  ['motion', 'What the camera notices', 'motion-detection', 'alerts'],
  ['night-vision', 'Seeing in the dark', 'infrared'],
  ['chime', 'What rings inside the house', 'bell', 'gong'],
  ['notifications', 'What the phone tells you', 'push', 'push-notifications'],
  ['privacy', 'Who sees what, and where it is kept', 'gdpr', 'dsgvo', 'rgpd'],
  ['integrations', 'Working with other systems', 'matter', 'homekit', 'smart-home'],
  ['api', 'For those who write programs', 'developers'],
  ['accessories', 'Spare parts and extras', 'spare-parts', 'filters'],
  ['orders', 'Buying, returning, guarantee', 'returns', 'warranty', 'garantie'],
  ['account', 'Logging in, sharing, leaving', 'login', 'password'],
  ['community', 'About this place itself', 'meta'],
];
