import { day, days, hours, type TopicDraft } from '../demo-drafts';

/** Thermostat faults and wishes. */
export const CALDO_FAULTS: readonly TopicDraft[] = [
  {
    key: 'caldo-offline-two-am',
    kind: 'PROBLEM',
    by: 'bao',
    at: day(116, '02:31'),
    title: 'Drops off the network every night around two',
    body: `I have logs, of course. 02:04, 02:06, 02:03, 02:05. Every night it loses the wifi, comes back after 20 to 40 minutes, and sends me "Caldo is offline" in between.

Signal is -58 dBm, which is fine. Router has not been rebooted in 90 days.`,
    products: 'caldo',
    version: '2.1',
    tags: 'wifi notifications',
    feels: ['INDIFFERENT', 'insomniac'],
    meToos: 'nandi',
    answers: [
      {
        by: 'emeka',
        after: hours(6),
        body: `Around two is when routers look for a better channel. Yours does not reboot, it **moves**, and it probably moves to 12 or 13, where Caldo's radio does not listen outside Europe's setting.

Fix the 2.4 GHz channel to 1, 6 or 11 and switch "auto" off. If you want proof first: look for \`ACS\` or \`auto channel\` in the log of the router at 02:0x.`,
        stars: 'bao priya nandi annika mateo marek',
        solved: days(3),
        comments: [
          { by: 'bao', after: hours(7), body: '`02:03:41 acsd: selecting channel 13`. I am slightly in awe.' },
          { by: 'bao', after: days(3), body: 'Channel 6, three nights, not one message. Solved.' },
        ],
      },
      {
        by: 'mateo',
        after: days(2),
        body: 'And channels 12 and 13 are our fault: the region is only set during installation, so a Caldo set up before 2.0 may still think that it is elsewhere. *Settings › Wifi › Region* corrects it.',
        official: { by: 'mateo', after: days(2) },
        stars: 'emeka bao',
      },
    ],
    statuses: [['COMPLETE', 'mateo', days(3)]],
  },
  {
    key: 'caldo-frozen-screen',
    kind: 'PROBLEM',
    by: 'lucia',
    at: day(145, '08:50'),
    title: 'Screen frozen after a power cut',
    body: 'The whole street was dark for an hour last night. Since then the display shows 19.5 and "Heating", no button reacts, and the radiators are cold. The app says that all is well, with the time of yesterday.',
    products: 'caldo',
    version: '2.1',
    tags: 'battery firmware',
    meToos: 'fatima sofia',
    answers: [
      {
        by: 'priya',
        after: hours(0.7),
        body: 'Pull it off the wall plate (it is only held by a magnet), wait until the screen goes out, put it back. That takes about three minutes, because of the battery.',
        stars: 'lucia fatima sofia',
        solved: hours(2),
      },
      {
        by: 'mateo',
        after: hours(4),
        body: "Priya's way is the right one. For the record: with the power kit and a battery of more than three years, the voltage comes back in steps, and 2.1 can hang. Corrected in 2.2. If it happens twice, the battery is due; we send you one.",
        official: { by: 'mateo', after: hours(4) },
        stars: 'lucia priya',
      },
    ],
    statuses: [
      ['ACTIVE', 'mateo', hours(4)],
      ['COMPLETE', 'mateo', days(70)],
    ],
    archived: { by: 'mateo', after: days(200), note: 'Only concerns versions before 2.2.' },
  },
  {
    key: 'caldo-holiday',
    kind: 'IDEA',
    by: 'jonas',
    at: day(68, '15:15'),
    title: 'Holiday mode with a warm welcome',
    body: 'Say once "away from 20 December to 4 January", keep the house at 14 meanwhile, and have it at 20 **when I come home**, not when the schedule begins again. The device knows how long the house takes to warm up, it could do the sum.',
    products: 'caldo',
    version: '2.1',
    tags: 'schedule energy app',
    feels: ['HAPPY'],
    meToos: 'erik marek sofia mireille leila',
    answers: [
      {
        by: 'yuna',
        after: days(6),
        body: 'We are drawing it. The open question is frost: should the lowest temperature be free, or never below 8?',
        stars: 'jonas erik',
        comments: [
          {
            by: 'dorota',
            after: days(6.2),
            body: 'Never below 8, and please do not make it an option. I see enough burst pipes.',
          },
          { by: 'erik', after: days(6.9), body: 'Dorota is right. 8 as the floor.' },
        ],
      },
    ],
    statuses: [
      ['PENDING', 'mateo', days(2)],
      ['ACTIVE', 'mateo', days(150)],
    ],
  },
  {
    key: 'caldo-csv',
    kind: 'IDEA',
    by: 'bao',
    at: day(129, '00:20'),
    title: 'CSV of temperature and burner hours',
    body: 'The graph in the app ends after seven days. I would like a file with time, target, actual and burner on/off, for the whole winter. Minutes, please, not hourly means.',
    products: 'caldo',
    tags: 'api energy',
    meToos: 'erik dorota sofia',
    comments: [
      { by: 'erik', after: hours(7), body: 'I photograph the screen every evening. You may laugh.' },
      {
        by: 'mateo',
        after: days(1),
        body: 'I am not laughing, Erik, I did that too before I worked here. Under consideration; the data is kept for 30 days at the moment, and that is the harder part.',
      },
    ],
    statuses: [['PENDING', 'mateo', days(1)]],
  },
  {
    key: 'caldo-bill',
    kind: 'PRAISE',
    by: 'sofia',
    at: day(198, '10:10'),
    title: '18 per cent less gas than last winter',
    body: 'The bill came today. 18 % less, degree days taken into account (I had help from my daughter, she studies physics). About half of it is the device, I think, and the other half is what I learnt in this community: valves open, water cooler, nights two degrees down. So thank you to both.',
    products: 'caldo',
    tags: 'energy heating',
    feels: ['HAPPY', 'rich'],
    meToos: 'lucia jonas dorota',
    comments: [
      { by: 'dorota', after: hours(4), body: 'Degree days! My heart.' },
      { by: 'mateo', after: hours(10), body: 'May we quote you on the box?' },
      { by: 'sofia', after: hours(11), body: 'If you put the second half on it as well.' },
    ],
  },
  {
    key: 'caldo-heizkurve-de',
    kind: 'QUESTION',
    by: 'jonas',
    at: day(55, '18:30'),
    locale: 'de',
    title: 'Welche Heizkurve bei Fußbodenheizung?',
    body: 'Neubau von 2019, überall Fußbodenheizung, Gas-Brennwert. Ab Werk steht die Heizkurve auf 1,2 und morgens sind es 24 Grad im Wohnzimmer. Welchen Wert nehmt ihr, und wie lange muss ich nach einer Änderung warten, bis ich etwas merke?',
    products: 'caldo',
    version: '2.1',
    tags: 'heating energy',
    meToos: 'erik',
    answers: [
      {
        by: 'annika',
        after: hours(15),
        body: `Hallo Jonas, 1,2 ist für Heizkörper gedacht. Für Fußbodenheizung im Neubau liegt man meist bei **0,3 bis 0,4**. Bitte in Schritten von 0,1 senken und jeweils **zwei Tage** warten, denn der Estrich ist träge. Die Nachtabsenkung am besten ganz ausschalten.

(Mateo hat mitgelesen und ist einverstanden.)`,
        official: { by: 'annika', after: hours(15), owner: 'mateo' },
        stars: 'jonas erik',
        solved: days(9),
      },
    ],
    comments: [
      {
        by: 'jonas',
        after: days(9),
        body: 'Bin bei 0,35 gelandet. 21,5 Grad, Tag und Nacht, und der Brenner läuft durch. Danke!',
      },
    ],
    statuses: [['COMPLETE', 'annika', days(10)]],
  },
  {
    key: 'caldo-mercredi-fr',
    kind: 'QUESTION',
    by: 'fatima',
    at: day(122, '21:05'),
    locale: 'fr',
    title: 'Un horaire différent le mercredi ?',
    body: 'Les enfants sont à la maison le mercredi après-midi. Je ne trouve que « semaine » et « week-end » dans la programmation. Peut-on avoir un programme à part pour un seul jour ?',
    products: 'caldo',
    version: '2.1',
    tags: 'schedule app',
    meToos: 'mireille',
    answers: [
      {
        by: 'mireille',
        after: hours(11),
        body: "Oui ! Dans l'application, appui **long** sur « semaine » : la ligne se divise en cinq jours. Ensuite on copie le lundi sur les autres, et on ne change que le mercredi. C'est bien caché.",
        stars: 'fatima annika yuna',
        solved: hours(12),
        comments: [
          {
            by: 'yuna',
            after: days(1.5),
            body: 'Too well hidden, I agree. In app 5.12 it becomes a button. (Désolée de répondre en anglais.)',
          },
        ],
      },
    ],
    statuses: [['COMPLETE', 'annika', days(2)]],
  },
];
