import { day, days, hours, type TopicDraft } from '../demo-drafts';

/** A winter with the thermostat. */
export const CALDO_HEATING: readonly TopicDraft[] = [
  {
    key: 'caldo-winter-2-1',
    kind: 'UPDATE',
    by: 'mateo',
    at: day(44, '09:00'),
    title: 'Caldo 2.1: ready for winter',
    body: `Caldo 2.1 goes out this week, before the first frost.

- **Open window**: heating pauses for 20 minutes when the temperature drops quickly. Can be switched off for each room.
- Schedules with up to eight points a day instead of four.
- The boiler rests for at least 8 minutes between two starts (*Settings › Boiler › Minimum rest*).

The first two were asked for here, by Fatima and by Erik.`,
    products: 'caldo',
    version: '2.1',
    tags: 'firmware heating',
    comments: [
      { by: 'fatima', after: hours(5), body: 'Mon idée ! Merci !' },
      {
        by: 'dorota',
        after: hours(12),
        body: 'The minimum rest is the best of the three and stands last. Set it to 10 on old boilers.',
      },
    ],
  },
  {
    key: 'caldo-open-window',
    kind: 'IDEA',
    by: 'fatima',
    at: day(22, '12:12'),
    title: 'Stop heating while a window is open',
    body: 'In the morning we open all windows for ten minutes. The thermostat notices the cold and heats with all its might, for the street. It should understand that a fall of three degrees in two minutes is not winter but a window.',
    products: 'caldo',
    tags: 'heating energy',
    feels: ['HAPPY'],
    meToos: 'mireille jonas sofia lucia erik',
    answers: [
      {
        by: 'mateo',
        after: days(22),
        body: 'It is in **2.1**, which we announced today. Your "three degrees in two minutes" is very nearly the rule we use.',
        official: { by: 'mateo', after: days(22) },
        stars: 'fatima mireille jonas dorota',
        solved: days(23),
      },
    ],
    statuses: [
      ['ACTIVE', 'mateo', days(3)],
      ['COMPLETE', 'mateo', days(22)],
    ],
  },
  {
    key: 'caldo-short-cycling',
    kind: 'PROBLEM',
    by: 'tom',
    at: day(62, '06:18'),
    title: 'Boiler goes on and off every four minutes',
    body: 'Since the thermostat is in, the boiler clicks on, runs for four minutes, clicks off, waits for three, clicks on. All morning. The old dial from 1996 did not do that. House gets warm, but this cannot be healthy.',
    products: 'caldo',
    version: '2.1',
    tags: 'heating noise',
    feels: ['SAD', 'listening to clicks'],
    meToos: 'samuel marek',
    answers: [
      {
        by: 'mateo',
        after: hours(5),
        body: 'Which boiler is it, what flow temperature is set at the boiler itself, and what does *Settings › Boiler › Minimum rest* say?',
        comments: [
          {
            by: 'tom',
            after: hours(13),
            body: 'Baxi 105e. Dial at the boiler is at maximum, where it has been since we bought the house. Minimum rest says 3.',
          },
        ],
      },
      {
        by: 'dorota',
        after: hours(14),
        body: `There we are. At maximum the boiler makes 80-degree water in four minutes, far more than the radiators can give off, and its own thermostat switches it off. Caldo only gets the blame.

Turn the dial at the boiler down to about **55-60** (roughly two o'clock on a 105e), set *Minimum rest* to **10**, and let it run for a day. It will burn longer, and lower, and your gas meter will like it.`,
        stars: 'tom samuel marek mateo sofia erik',
        solved: days(2),
        official: { by: 'mateo', after: days(2.5) },
        comments: [
          {
            by: 'tom',
            after: days(2),
            body: 'Four starts this morning instead of twenty-odd. All right, I admit that the dial at maximum was mine.',
          },
        ],
      },
    ],
    statuses: [
      ['PENDING', 'mateo', hours(5)],
      ['COMPLETE', 'mateo', days(2.5)],
    ],
  },
  {
    key: 'caldo-reads-warm',
    kind: 'PROBLEM',
    by: 'aroha',
    at: day(74, '20:02'),
    title: 'Shows two degrees more than it is',
    body: 'Three other thermometers in the room say 18.5, Caldo says 20.6 and does not heat. It hangs on an inside wall, no sun, no lamp near it.',
    products: 'caldo',
    tags: 'heating setup',
    meToos: 'leila bao',
    answers: [
      {
        by: 'emeka',
        after: hours(2),
        body: 'Check what is *behind* it. Mine sat over the hole where the cable comes out, and warm air from inside the wall blew straight onto the sensor. A bit of putty in the hole and the two degrees were gone.',
        stars: 'aroha dorota mateo leila bao',
        solved: days(1),
      },
      {
        by: 'mateo',
        after: days(1),
        body: "Emeka's hole in the wall is the cause in two cases out of three. In the third it is the screen set to *always on*, which warms the device by about 0.8 degrees. Only when both are ruled out use *Settings › Sensor › Correction*.",
        official: { by: 'mateo', after: days(1) },
        stars: 'aroha',
      },
    ],
    comments: [
      {
        by: 'aroha',
        after: days(1),
        body: 'There was a draught from the hole that you could feel with a wet finger. Fixed with blu-tack, 18.6 now.',
      },
    ],
    statuses: [['COMPLETE', 'mateo', days(1)]],
  },
  {
    key: 'caldo-night-setback',
    kind: 'QUESTION',
    by: 'sofia',
    at: day(84, '21:37'),
    title: 'How low should one go at night?',
    body: 'Everyone tells me something different. 15 because every degree counts, 19 because heating up again costs more than it saves. Stone house, radiators, gas. What do you do, and have you measured it?',
    products: 'caldo',
    version: '2.1',
    tags: 'energy heating schedule',
    feels: ['INDIFFERENT', 'confused by advice'],
    meToos: 'lucia samuel jonas marek nandi',
    followers: 'dorota erik mireille',
    answers: [
      {
        by: 'jonas',
        after: hours(2),
        body: 'Wooden house, 16 at night, up again by 6. Warm within 40 minutes.',
        stars: 'sofia',
      },
      {
        by: 'dorota',
        after: hours(3),
        body: `"Heating up again costs more than it saves" is a myth, in every house. What is lost through a wall depends on the difference of temperatures, so each hour at a lower one saves. **But** a stone house falls so slowly that at night you rarely reach 15 anyway, and in the morning it takes three hours to come back. So you save little, and are cold at breakfast.

For stone: 2 to 3 degrees lower, start to lower an hour *before* bed, start to heat two hours before you rise. Underfloor heating: leave it alone.`,
        stars: 'sofia lucia erik jonas marek mateo samuel mireille',
        solved: days(21),
      },
      {
        by: 'erik',
        after: days(2),
        body: `Measured it, two weeks each, corrected by degree days:

| night at | gas per degree day |
| -------: | -----------------: |
| 20 °C | 1.00 |
| 18 °C | 0.94 |
| 16 °C | 0.91 |

Brick house from 1938. The first two degrees are worth it, the next two hardly.`,
        stars: 'sofia dorota bao hiroshi lucia marek nandi',
        solved: days(21),
      },
      {
        by: 'marek',
        after: days(5),
        body: 'We do 17 and a thicker duvet.',
        stars: 'tom',
      },
    ],
    comments: [
      {
        by: 'sofia',
        after: days(21),
        body: "Three weeks at 18 with Dorota's hours: a good 6 % less than the three weeks before, at about the same weather. Marked both of you.",
      },
      { by: 'bao', after: days(22), body: 'A table with measurements, I could cry.' },
    ],
  },
];
