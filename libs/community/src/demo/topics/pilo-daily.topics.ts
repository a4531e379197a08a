import { day, days, hours, type TopicDraft } from '../demo-drafts';

/** Living with the robot vacuum: carpets, hair, floors. */
export const PILO_DAILY: readonly TopicDraft[] = [
  {
    key: 'pilo-black-rug',
    kind: 'QUESTION',
    by: 'samuel',
    at: day(10, '18:42'),
    title: 'Pilo treats my black rug as a hole in the floor',
    body: `We have a black wool rug under the dining table. Pilo drives up to the edge, backs off, turns, tries again, and after the fourth time it says *"Move Pilo to a new position"*.

Light grey rug in the next room: no trouble at all. Is my unit faulty, or does it simply not do black?`,
    products: 'pilo',
    version: '3.8',
    tags: 'mapping cleaning',
    feels: ['SILLY', 'amused, mostly'],
    meToos: 'lucia leila sofia nandi tom',
    answers: [
      {
        by: 'hiroshi',
        after: hours(2.2),
        body: `Not faulty. The four cliff sensors underneath send infrared down and wait for it to come back. A deep black pile swallows it, so Pilo sees exactly what it would see at the top of a staircase.

Two things you can do:

1. *Settings › Floors › Dark floor mode*. It makes the sensors stare for longer. Works for most rugs.
2. If that is not enough and **there are no stairs on this floor**, wipe the sensor windows with a dry cloth first. Dust on them takes away the last bit of light. Mine went over a charcoal rug after that alone.

Please don't tape over the sensors, as some videos suggest. One open cellar door and it is a very short flight.`,
        stars: 'samuel priya lucia leila nandi aroha',
        solved: hours(26),
        official: { by: 'grace', after: days(3) },
        comments: [
          {
            by: 'samuel',
            after: hours(26),
            body: 'Dark floor mode plus a wipe, and it now cleans the rug like any other. Thank you, also for the staircase picture, which I cannot get out of my head.',
          },
          {
            by: 'grace',
            after: days(3),
            body: 'Marked as official. We have added the bit about wiping the sensor windows to the manual.',
          },
        ],
      },
      {
        by: 'tom',
        after: days(41),
        body: 'Mine refuses the rug even with the mode on. It is an £80 rug and a £600 robot, so the rug went to my sister.',
        stars: 'samuel',
      },
    ],
    statuses: [['COMPLETE', 'grace', days(3)]],
  },
  {
    key: 'pilo-navy-carpet',
    kind: 'QUESTION',
    by: 'nandi',
    at: day(133, '07:15'),
    title: 'Turns round at the edge of a navy carpet as if there were stairs',
    body: 'Moved house, and the new bedroom has a very dark blue carpet. The vacuum goes up to the door strip, hesitates, and leaves. The app then lists the room as "not reachable". The floor is perfectly level. What am I missing?',
    products: 'pilo',
    version: '4.0',
    tags: 'mapping',
    meToos: 'marek',
    answers: [
      {
        by: 'priya',
        after: hours(5),
        body: `Same thing as in [Pilo treats my black rug as a hole in the floor](https://community.halvora.example/t/pilo-black-rug): dark pile looks like a drop to it. Switch on *Dark floor mode*, clean the little windows underneath, and delete the room from the map once, so that "not reachable" goes away.`,
        stars: 'nandi hiroshi marek',
        solved: hours(13),
      },
    ],
    comments: [
      {
        by: 'nandi',
        after: hours(13),
        body: 'Deleting the room was the step I would never have guessed. All good now.',
      },
    ],
    statuses: [['COMPLETE', 'priya', days(20)]],
  },
  {
    key: 'pilo-hair',
    kind: 'QUESTION',
    by: 'lucia',
    at: day(29, '20:05'),
    title: 'Best way to get long hair out of the main brush?',
    body: `Two daughters, one golden retriever. Every four or five days the brush is a felt roll and the motor starts to whine. I cut it free with nail scissors, and I am afraid that one day I will cut the rubber lips too.

How do you do it? And is there a brush that does not collect so much?`,
    products: 'pilo',
    tags: 'cleaning accessories',
    feels: ['INDIFFERENT', 'covered in fluff'],
    meToos: 'aroha mireille priya sofia',
    followers: 'erik',
    answers: [
      {
        by: 'priya',
        after: hours(1.1),
        body: 'Seam ripper, the small hook tailors use. It has a little red ball on one tip that glides along the rubber and protects it. One pull down the groove and the whole roll comes off like a sleeve. Thirty seconds.',
        stars: 'lucia aroha sofia hiroshi samuel',
        solved: days(2),
      },
      {
        by: 'hiroshi',
        after: hours(14),
        body: `The hair on the roller is the visible part. Look at the **two end caps**: pull them off (they are only pushed on), and you will find a tight ring of hair around the axle. That ring is what makes the motor whine, and in the end it melts the bearing.

I do the roller weekly and the caps monthly. Write the month inside the dust lid with a pencil; nobody remembers otherwise.`,
        stars: 'lucia priya tom leila mireille samuel',
        solved: days(2),
      },
      {
        by: 'grace',
        after: days(1),
        body: 'The *Comb brush* (part HV-P-114) came out last spring and was made for this. It has no bristles at all. It fits every Pilo from serial number 21 on; older ones need the wider end cap that is in the same box.',
        stars: 'lucia',
        official: { by: 'grace', after: days(1) },
      },
    ],
    comments: [
      {
        by: 'lucia',
        after: days(2),
        body: 'I have marked two answers because both solved it: the ripper for the roller, the caps for the whining. There was a ring as thick as my finger in there!',
      },
    ],
    statuses: [['COMPLETE', 'grace', days(2)]],
  },
  {
    key: 'pilo-two-floors',
    kind: 'QUESTION',
    by: 'aroha',
    at: day(47, '03:30'),
    title: 'Can it keep one map for upstairs and another for downstairs?',
    body: 'We carry it up on Saturdays. Each time it behaves as if it had never seen the place and draws a new map over the old one, so the downstairs rooms lose their names. Is there a trick, or do I need a second Pilo?',
    products: 'pilo',
    version: '3.8',
    tags: 'mapping',
    meToos: 'fatima jonas marek samuel',
    answers: [
      {
        by: 'jonas',
        after: hours(8),
        body: 'I have the same problem with the cellar. I made a screenshot of the map for the names. Not pretty.',
      },
      {
        by: 'tariq',
        after: days(1.2),
        body: `I work on this, so with that hat on the table: up to 3.8 there is one map and nothing you do will keep two. From **4.0** on it keeps four, and recognises the storey by comparing the first two square metres it sees. Start it *from the same spot* upstairs each time, and it will find the right map within a minute.

4.0 is being rolled out from the end of November.`,
        stars: 'aroha jonas hiroshi priya marek',
        solved: days(18),
        official: { by: 'grace', after: days(19), owner: 'grace' },
        comments: [
          {
            by: 'aroha',
            after: days(18),
            body: 'Got 4.0 yesterday. It sat in the upstairs hall, thought about it for perhaps forty seconds, and then knew every room by name. Lovely.',
          },
        ],
      },
    ],
    statuses: [
      ['ACTIVE', 'grace', days(2)],
      ['COMPLETE', 'grace', days(19)],
    ],
  },
  {
    key: 'pilo-oiled-oak',
    kind: 'QUESTION',
    by: 'erik',
    at: day(64, '09:58'),
    title: 'Mopping pad on oiled oak: safe or not?',
    body: 'Our floor layer says an oiled floor must never be left wet for more than a minute or two. How much water does the pad leave behind, and can I make it less? I would rather ask before than sand afterwards.',
    products: 'pilo',
    tags: 'cleaning',
    meToos: 'mireille leila',
    answers: [
      {
        by: 'hiroshi',
        after: hours(6),
        body: `I weighed it. Setting *low*, 20 m² of cork: 46 g of water gone from the tank, so a bit over 2 g per square metre. That is a film which dries in about a minute at 21 °C. On *high* it was 7 g, and I could still see the tracks after five minutes.

So: *low*, and take the pad off as soon as it parks. A damp pad that stands on one spot for an hour does more harm than the whole run.`,
        stars: 'erik mireille priya tariq dorota bao',
        solved: days(1),
      },
      {
        by: 'grace',
        after: days(1.5),
        body: 'Hiroshi is right about standing pads, and the manual says so on page 31. For oiled, waxed and unsealed wood we recommend *low* and no more than twice a week. We do not recommend it on floors oiled within the last 30 days.',
        official: { by: 'grace', after: days(1.5) },
        stars: 'erik',
      },
    ],
    statuses: [['COMPLETE', 'grace', days(1.5)]],
  },
];
