import { day, days, hours, type TopicDraft } from '../demo-drafts';

/** The doorbell camera at its door: radio, wires, cold, night. */
export const WREN_PORCH: readonly TopicDraft[] = [
  {
    key: 'wren-wifi-porch',
    kind: 'PROBLEM',
    by: 'samuel',
    at: day(19, '20:20'),
    title: 'Picture breaks up at the front door',
    body: 'Router in the living room, two walls to the door, one of them from 1890 and half a metre thick. The picture freezes for seconds, and the visitor has left before I see them. The app shows one bar of signal.',
    products: 'wren',
    version: '1.4',
    tags: 'wifi setup',
    meToos: 'leila aroha tom',
    answers: [
      {
        by: 'emeka',
        after: hours(3),
        body: `Half a metre of old stone is about 20 dB, no doorbell will shout through that. In order of effort:

1. Move the router by a metre, so that the line to the door goes through the *doorway* and not through the wall. Sounds silly, is worth more than any gadget.
2. A repeater on the house side of the door, **wired** if you can, 2.4 GHz only.
3. Lower the picture to 720p. One bar carries that.

Don't buy a "stronger antenna". The doorbell has to answer, and its antenna stays the same.`,
        stars: 'samuel leila aroha annika priya olena',
        solved: days(6),
        official: { by: 'olena', after: days(1) },
        comments: [
          {
            by: 'samuel',
            after: days(6),
            body: 'Number 1. The router now stands on the bookcase, ninety centimetres further left, and I have three bars. Ninety centimetres!',
          },
        ],
      },
      {
        by: 'olena',
        after: days(1),
        body: 'Marked, with pleasure. One addition: *Settings › Video › Save bandwidth* switches to 720p only while the signal is weak.',
        stars: 'emeka',
      },
    ],
    statuses: [['COMPLETE', 'olena', days(1)]],
  },
  {
    key: 'wren-old-chime',
    kind: 'QUESTION',
    by: 'lucia',
    at: day(31, '11:02'),
    title: 'Can I keep my old ding-dong?',
    body: 'There is a mechanical bell in the hall, a real one with two metal bars. I would hate to lose it. Transformer in the fuse box says 8 V ~ 1 A. Will the Wren ring it?',
    products: 'wren',
    tags: 'chime wiring setup',
    feels: ['HAPPY', 'nostalgic'],
    meToos: 'jonas mireille',
    answers: [
      {
        by: 'emeka',
        after: hours(9),
        body: 'The bell yes, the transformer no. Wren wants 12 to 24 V~, with 8 V it boots, browns out when the night light comes on, and starts again. Change the transformer for 16 V / 1 A (make does not matter, clips on the rail). The old bell stands 16 V for the half-second it is pressed.',
        stars: 'lucia olena jonas',
        solved: days(8),
      },
      {
        by: 'olena',
        after: hours(22),
        body: 'As Emeka says. After that choose *Settings › Chime › Mechanical*, or it will only hum.',
        official: { by: 'olena', after: hours(23), owner: 'annika' },
        stars: 'lucia emeka',
      },
    ],
    comments: [{ by: 'lucia', after: days(8), body: 'It says ding. It says dong. I am happy.' }],
    statuses: [['COMPLETE', 'olena', hours(23)]],
  },
  {
    key: 'wren-house-silent',
    kind: 'PROBLEM',
    by: 'tom',
    at: day(152, '19:33'),
    title: 'Phone rings, bell in the house does not',
    body: 'Fitted on the wires of the old doorbell. Someone presses, my phone rings in the garden shed, and the gong in the hall makes a faint humming noise and nothing else. My wife has no phone and no patience.',
    products: 'wren',
    version: '1.5',
    tags: 'chime wiring',
    feels: ['SAD', 'in trouble at home'],
    meToos: 'marek',
    answers: [
      {
        by: 'emeka',
        after: hours(1.2),
        body: 'Humming is a good sign, the current gets there. Set *Settings › Chime* to *Mechanical*: out of the box it is on *Electronic*, and that only lets a trickle through. If it still hums, read the small print on the transformer. Below 12 V it cannot lift the hammer.',
        stars: 'tom marek annika',
        solved: hours(3),
        comments: [{ by: 'tom', after: hours(3), body: 'One switch. Peace is restored.' }],
      },
    ],
    statuses: [['COMPLETE', 'annika', days(1)]],
  },
  {
    key: 'wren-battery-frost',
    kind: 'PROBLEM',
    by: 'erik',
    at: day(103, '07:30'),
    title: 'Battery falls from 80 % to 9 % in one cold night',
    body: 'It was minus 17 here. Yesterday evening 80 %, this morning 9 % and a warning. By noon, at minus 6, it showed 61 % again. Is the battery broken or the gauge?',
    products: 'wren',
    version: '1.4',
    tags: 'battery',
    meToos: 'marek dorota',
    answers: [
      {
        by: 'hiroshi',
        after: hours(5),
        body: 'Neither. In the cold the battery cannot give its current without its voltage giving way, and the gauge reads voltage. The charge is still inside, as you saw at noon. What is *not* good is charging it below zero: take it indoors for that.',
        stars: 'erik marek dorota emeka bao',
        solved: days(1),
      },
      {
        by: 'olena',
        after: days(1.1),
        body: 'Hiroshi explains it better than our manual. Wren is made for down to -20 °C; below -10 the gauge is wrong on the low side. From 1.5 on it takes the temperature into account. On two wires none of this matters.',
        official: { by: 'olena', after: days(1.1), owner: 'annika' },
        stars: 'erik',
      },
    ],
    statuses: [
      ['PENDING', 'olena', days(1.1)],
      ['COMPLETE', 'olena', days(40)],
    ],
  },
  {
    key: 'wren-night-fog',
    kind: 'PROBLEM',
    by: 'nandi',
    at: day(211, '20:58'),
    title: 'At night the picture is white fog',
    body: 'By day everything is crisp. After dark it is a white haze with a bright blob in the lower left corner, and nobody can be recognised. Started about two weeks ago. Lens has been cleaned, twice.',
    products: 'wren',
    version: '1.5',
    tags: 'night-vision',
    meToos: 'lucia aroha',
    answers: [
      {
        by: 'annika',
        after: hours(13),
        body: "A bright blob in a corner is nearly always something close by that throws back the infrared light: a spider's thread, a leaf, a white door frame. Could you take a torch and look along the lower left edge?",
        stars: 'nandi aroha',
        solved: days(1),
        comments: [
          {
            by: 'nandi',
            after: days(1),
            body: 'A spider has moved in behind the rim, with a whole household. I have moved her to the hedge. Picture is perfect.',
          },
        ],
      },
      {
        by: 'priya',
        after: days(2),
        body: 'A smear of lavender oil on the wall around it (not on the lens!) keeps them away for a month or so.',
        stars: 'nandi lucia',
      },
    ],
    statuses: [['COMPLETE', 'annika', days(2)]],
  },
];
