import { day, days, hours, type TopicDraft } from '../demo-drafts';

/** What else came with 4.2, and what came after. */
export const PILO_AFTER_BURST: readonly TopicDraft[] = [
  {
    key: 'pilo-found-dead',
    kind: 'PROBLEM',
    by: 'marek',
    at: day(292, '17:44'),
    title: 'Found flat under the sofa three days running',
    body: 'Cleans, then does not get back onto the charging plate and wanders about looking for it until there is no power left. Last night it chose the space under the sofa for its final rest. Nothing in the flat is different from last week.',
    products: 'pilo',
    tags: 'battery docking',
    meToos: 'lucia',
    comments: [
      {
        by: 'hiroshi',
        after: hours(0.6),
        body: 'Marek, which software? If it says 4.2: put a box on each side of the base, and read the long topic by Erik.',
      },
    ],
    merged: { by: 'priya', after: hours(1.5), into: 'pilo-base-lost' },
  },
  {
    key: 'pilo-map-rotated',
    kind: 'PROBLEM',
    by: 'leila',
    at: day(293, '09:10'),
    title: 'My map is turned by 90 degrees since the update',
    body: "The flat now lies on its side in the app. The rooms are all right and have their names, but the no-go zone in front of the cat's bowl is now in the middle of the corridor, and the bowl is being pushed around the kitchen.",
    products: 'pilo',
    version: '4.2',
    tags: 'mapping update-4-2 app',
    feels: ['INDIFFERENT', 'at least the cat is entertained'],
    meToos: 'bao',
    answers: [
      {
        by: 'yuna',
        after: hours(6),
        body: 'That one is the app, not the robot: 4.2 stores the map with its own north, and the app applied the old rotation on top. The zones are drawn in the wrong place *and* sent there. Please do not re-draw them yet, the next app version (5.11, tomorrow) turns them back.',
        stars: 'leila bao priya',
        solved: days(1.5),
        official: { by: 'grace', after: hours(8), owner: 'grace' },
      },
    ],
    comments: [
      {
        by: 'leila',
        after: days(1.5),
        body: "Turned back by itself. The bowl stays where it is, to the cat's regret.",
      },
    ],
    statuses: [
      ['ACTIVE', 'grace', hours(8)],
      ['COMPLETE', 'grace', days(2)],
    ],
  },
  {
    key: 'pilo-downgrade',
    kind: 'QUESTION',
    by: 'tom',
    at: day(292, '22:15'),
    title: 'How do I go back to 4.1?',
    body: 'Simple question. The new version is broken, the old one was not. Where is the button?',
    products: 'pilo',
    version: '4.2',
    tags: 'firmware update-4-2',
    feels: ['SAD', 'fed up'],
    meToos: 'jonas erik marek',
    answers: [
      {
        by: 'tariq',
        after: hours(10),
        body: 'There is none, and I would like to say why rather than just no. Each version may change how the map is stored. 4.1 cannot read a 4.2 map, so going back would mean starting with an empty one, and no-go zones gone is how robots fall down stairs.',
        stars: 'hiroshi priya bao erik',
      },
      {
        by: 'grace',
        after: hours(12),
        body: 'It is not possible to go back to an earlier version. The fault you are avoiding is corrected in **4.2.1**. What we can offer meanwhile: *Settings › Software › Hold updates* keeps a robot on its version for up to 60 days. It would have spared you this one, and too few people know that it exists.',
        official: { by: 'grace', after: hours(12) },
        stars: 'tom leila samuel',
      },
      {
        by: 'bao',
        after: days(1),
        body: 'Please do not flash the image that goes round on that forum. I looked at it: it is 4.1 for the *older* radio board. You would have a round doorstop.',
        stars: 'tariq hiroshi grace emeka',
      },
    ],
    statuses: [['REJECTED', 'grace', days(1)]],
  },
  {
    key: 'update-4-2-1',
    kind: 'UPDATE',
    by: 'grace',
    at: day(297, '15:00'),
    title: 'Pilo 4.2.1 brings robots home again',
    body: `**4.2.1** is available for every Pilo. It corrects how the camera looks for the base in bright rooms.

If you are on 4.2, it installs tonight; if you would rather not wait, open *Settings › Software › Look for updates*. If you are on 4.1, you go straight to 4.2.1.

Thank you to everybody who wrote to us, and above all to Hiroshi, whose curtains told us where to look. You may take your cardboard boxes down.`,
    products: 'pilo',
    version: '4.2.1',
    tags: 'firmware docking update-4-2',
    comments: [
      { by: 'nandi', after: hours(2), body: 'The boxes are painted now. They stay.' },
      {
        by: 'erik',
        after: hours(5),
        body: 'Works. And thank you for writing every day. That made the difference between annoyed and angry.',
      },
      { by: 'hiroshi', after: hours(6), body: 'I shall keep the curtains open in your honour.' },
    ],
    followers: 'erik leila samuel marek jonas',
  },
  {
    key: 'pilo-quiet-holidays',
    kind: 'QUESTION',
    by: 'sofia',
    at: day(394, '07:05'),
    title: 'Do quiet hours know about public holidays?',
    body: 'With 4.3 I set quiet hours until 10 at weekends and until 7 on working days. Wednesday was a holiday, and at 7 sharp it was under our bed. Can it look at a calendar, or do I have to change it by hand each time?',
    products: 'pilo',
    version: '4.3',
    tags: 'schedule noise',
    feels: ['INDIFFERENT', 'awake'],
    meToos: 'lucia',
  },
  {
    key: 'pilo-filters-greece',
    kind: 'QUESTION',
    by: 'sofia',
    at: day(369, '10:50'),
    title: 'Where can I buy filters if the shop does not deliver to the islands?',
    body: 'The web shop says "not available for your postcode" for everything heavier than a letter. A pack of filters is not heavy. Is there a dealer in Greece, or a compatible filter that you would put into yours?',
    products: 'pilo',
    tags: 'accessories orders',
    followers: 'mireille',
    comments: [
      {
        by: 'priya',
        after: days(2),
        body: 'I asked our bookshop courier the same for my sister on Madeira. No luck so far; following this.',
      },
    ],
  },
];
