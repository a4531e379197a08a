import { day, days, hours, type TopicDraft } from '../demo-drafts';

/** The week in July when 4.2 made robots lose their base: one fault, told in many ways. */
export const PILO_BURST: readonly TopicDraft[] = [
  {
    key: 'update-4-2',
    kind: 'UPDATE',
    by: 'grace',
    at: day(289, '08:00'),
    title: 'Pilo 4.2: quieter returns, faster maps',
    body: `From today we are rolling out **Pilo 4.2**. It reaches all devices within three days.

- Pilo comes home at half speed, and about 6 dB quieter.
- Maps load four times faster in the app.
- New: rooms can be cleaned in an order of your choosing.
- Fixed: *Error 9* after lifting the robot off a running clean.

As always, nothing is asked of you: Pilo installs it at night, while it sits on its base.`,
    products: 'pilo',
    version: '4.2',
    tags: 'firmware update-4-2',
    followers: 'erik jonas leila samuel nandi marek hiroshi priya',
    comments: [
      {
        by: 'hiroshi',
        after: hours(25),
        body: 'Installed at 02:10. The return is indeed quieter: 58 dB at one metre, it was 63.',
      },
      { by: 'bao', after: hours(31), body: 'Room order at last! Kitchen before hall, as nature intended.' },
      { by: 'erik', after: hours(55), body: 'Quieter, yes. Because mine does not return any more. Opened a topic.' },
      {
        by: 'grace',
        after: days(3.1),
        body: 'We have **paused the roll-out**. On some homes 4.2 loses sight of the base; all about it in [Since 4.2 Pilo no longer finds its base](https://community.halvora.example/t/pilo-base-lost). Devices that are still on 4.1 stay there.',
      },
    ],
  },
  {
    key: 'pilo-base-lost',
    kind: 'PROBLEM',
    by: 'erik',
    at: day(291, '14:37'),
    title: 'Since 4.2 Pilo no longer finds its base',
    body: `Worked for a year without a single miss. Updated in the night to Saturday, and since then:

- it finishes the clean,
- drives to within half a metre of the base,
- turns on the spot two or three times,
- announces "Cannot find the base" and stays where it is until the battery is flat.

Base has not moved. Lenses are clean. Restarted both.`,
    products: 'pilo',
    version: '4.2',
    tags: 'docking update-4-2 firmware',
    feels: ['SAD', 'let down by an update'],
    meToos: 'leila samuel nandi marek jonas tom lucia aroha sofia',
    followers: 'hiroshi priya tariq',
    answers: [
      {
        by: 'leila',
        after: hours(2.5),
        body: "Identical here, down to the turning on the spot. If I carry it to within a hand's breadth it docks by itself, so the contacts are fine.",
        stars: 'erik nandi',
      },
      {
        by: 'hiroshi',
        after: hours(6),
        body: `I can make it happen and make it go away. **It depends on the light.** With the curtains open and sun on the floor in front of the base, mine misses 5 times out of 6. Curtains closed: 0 out of 6.

My guess: returning at half speed, the camera exposes for longer, and the infrared mark on the base drowns in daylight. Until somebody fixes it: draw the curtain, or stand a cardboard box to the left and right of the base as blinkers. I am not joking about the box. 6 out of 6.`,
        stars: 'erik leila samuel nandi marek tariq priya jonas grace',
        comments: [
          {
            by: 'tariq',
            after: hours(8),
            body: 'Hiroshi, this is better than our own bug report. I am looking at exactly that now, on a Sunday, and I am grateful.',
          },
          {
            by: 'nandi',
            after: hours(20),
            body: 'Two cereal boxes. It went home on the first try. My children want to paint them.',
          },
        ],
      },
      {
        by: 'grace',
        after: days(1),
        body: `**What we know.** 4.2 changes the exposure of the camera on the way home. In bright rooms it no longer sees the mark on the base. About one home in fifteen is affected; your maps and settings are not.

**What you can do today.** Shade the base: close the curtain, or put something upright at both sides of it, as Hiroshi describes below. Or send Pilo home with the button on its lid, which uses the old, faster drive.

**What we do.** The roll-out is paused. The correction is called **4.2.1**, and it is being tested in forty homes since this morning. I will write here each day until it is out.`,
        official: { by: 'grace', after: days(1) },
        stars: 'erik hiroshi leila samuel marek priya lucia aroha',
        solved: days(7),
        comments: [
          {
            by: 'grace',
            after: days(3),
            body: 'Day 3: 4.2.1 docked 1,180 times out of 1,184 in the test homes. The four were a cat.',
          },
          {
            by: 'grace',
            after: days(6),
            body: 'Day 6: 4.2.1 is out for everyone on 4.2. *Settings › Software › Look for updates* brings it at once.',
          },
        ],
      },
      {
        by: 'marek',
        after: days(6.4),
        body: '4.2.1 installed, curtains open, noon, full sun. Came home five times in a row. Case closed for me.',
        stars: 'grace tariq hiroshi erik',
      },
    ],
    comments: [
      { by: 'tom', after: hours(9), body: 'So we are the testers now.' },
      {
        by: 'kwame',
        after: hours(11),
        body: 'Fair, Tom. We should have seen this before you did. When it is over I will write down here how we missed it.',
      },
      {
        by: 'kwame',
        after: days(9),
        body: 'As promised: our test rooms have artificial light only. None has a window. Since Monday one has four of them, facing south.',
      },
    ],
    statuses: [
      ['PENDING', 'grace', hours(5)],
      ['ACTIVE', 'grace', days(1)],
      ['COMPLETE', 'grace', days(6)],
    ],
  },
  {
    key: 'pilo-dies-in-hallway',
    kind: 'PROBLEM',
    by: 'samuel',
    at: day(291, '19:20'),
    title: 'Dies in the hallway with an empty battery, used to go home by itself',
    body: 'Second day in a row that I come home and the robot lies dead in the hallway, a metre from where it charges. It always used to drive itself in. Has the battery gone bad? It is fourteen months old.',
    products: 'pilo',
    tags: 'docking battery',
    feels: ['SAD', 'worried about the battery'],
    answers: [
      {
        by: 'priya',
        after: hours(1),
        body: 'I doubt that it is the battery. Look in the app whether you have 4.2 since the weekend: there is a topic about it not finding its base any more, and yours sounds the same.',
        stars: 'samuel erik',
        comments: [{ by: 'samuel', after: hours(2), body: '4.2, since Saturday. You are right, that will be it.' }],
      },
    ],
    merged: { by: 'priya', after: hours(3), into: 'pilo-base-lost' },
  },
  {
    key: 'pilo-circles',
    kind: 'PROBLEM',
    by: 'nandi',
    at: day(292, '06:55'),
    title: 'Robot drives in little circles in front of the charger and gives up',
    body: 'Like a dog before lying down, except that it does not lie down. Two or three turns, then the sad melody. It started a few days ago. I moved the charger to another wall, cleaned the golden contacts, no difference.',
    products: 'pilo',
    version: '4.2',
    tags: 'docking',
    feels: ['SILLY', 'dizzy just from watching'],
    meToos: 'sofia',
    merged: { by: 'grace', after: hours(2.5), into: 'pilo-base-lost' },
  },
  {
    key: 'pilo-ladestation-de',
    kind: 'PROBLEM',
    by: 'jonas',
    at: day(292, '11:30'),
    locale: 'de',
    title: 'Pilo findet seit dem Update die Ladestation nicht mehr',
    body: 'Seit Samstag (Version 4.2) fährt Pilo nach dem Saugen bis kurz vor die Ladestation, dreht sich ein paar Mal und bleibt dann mit leerem Akku stehen. Vorher hat das immer geklappt. An der Station wurde nichts verändert. Ist das bekannt, und kann ich auf 4.1 zurück?',
    products: 'pilo',
    version: '4.2',
    tags: 'docking update-4-2 firmware',
    feels: ['SAD', 'genervt'],
    answers: [
      {
        by: 'annika',
        after: hours(1.2),
        body: `Hallo Jonas, ja, das ist bekannt und tut uns leid. In hellen Räumen erkennt 4.2 die Markierung an der Station nicht. Bis zur Korrektur (4.2.1, in den nächsten Tagen) hilft Schatten: Vorhang zu, oder links und rechts der Station etwas Hohes hinstellen. Zurück auf 4.1 geht leider nicht.

Die ausführliche Antwort steht auf Englisch unter [Since 4.2 Pilo no longer finds its base](https://community.halvora.example/t/pilo-base-lost). Ich lasse dieses Thema offen, damit es auf Deutsch gefunden wird.`,
        official: { by: 'annika', after: hours(1.2), owner: 'grace' },
        stars: 'jonas erik',
        solved: days(5.5),
      },
    ],
    comments: [{ by: 'jonas', after: days(5.5), body: 'Mit 4.2.1 läuft es wieder. Danke für die offene Auskunft.' }],
    statuses: [
      ['ACTIVE', 'annika', hours(1.2)],
      ['COMPLETE', 'annika', days(6)],
    ],
  },
];
