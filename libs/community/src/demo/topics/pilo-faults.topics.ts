import { day, days, hours, type TopicDraft } from '../demo-drafts';

/** What went wrong with the robot vacuum, before the summer of 4.2. */
export const PILO_FAULTS: readonly TopicDraft[] = [
  {
    key: 'pilo-threshold',
    kind: 'PROBLEM',
    by: 'leila',
    at: day(35, '16:12'),
    title: 'Gets stuck on the bathroom threshold, wheels spinning',
    body: `There is a brass strip between the hall and the bathroom, 19 mm high on the hall side. Going in works. Coming out it climbs halfway, then sits there with its wheels in the air until I nudge it with my foot.

The box says "climbs up to 20 mm".`,
    products: 'pilo',
    version: '3.8',
    tags: 'mapping cleaning',
    feels: ['SAD', 'foot-nudging'],
    meToos: 'nandi fatima',
    answers: [
      {
        by: 'hiroshi',
        after: hours(3),
        body: `20 mm is with a run-up. A bathroom is small, so on the way out it starts from standing, and the bumper touches the strip before the wheels do.

Put a wedge of 6 mm on the bathroom side, 5 cm deep. I cut mine from a cork tile and stuck it down with carpet tape. It costs nothing, and you stop seeing it after two days.`,
        stars: 'leila samuel lucia',
        solved: days(4),
      },
      {
        by: 'grace',
        after: days(1),
        body: 'Leila, what Hiroshi says about the run-up is true, and our box does not mention it. I have passed that on. If you prefer not to glue anything, we send a pair of rubber ramps free of charge: write to us privately with your serial number.',
        stars: 'leila hiroshi',
      },
    ],
    statuses: [
      ['PENDING', 'grace', days(1)],
      ['COMPLETE', 'grace', days(5)],
    ],
  },
  {
    key: 'pilo-three-am',
    kind: 'PROBLEM',
    by: 'jonas',
    at: day(26, '05:40'),
    title: 'Since the clocks changed it starts an hour early',
    body: 'Scheduled for 07:00, and since Sunday it wakes the whole house at 06:00. The app shows 07:00. The clock in the app is right. I have switched the schedule off and on again, no change.',
    products: 'pilo',
    version: '3.8',
    tags: 'schedule app',
    feels: ['SAD', 'unausgeschlafen'],
    meToos: 'lucia mireille erik olena',
    answers: [
      {
        by: 'priya',
        after: hours(1.5),
        body: 'Until it is fixed: open *Settings › Home › Time zone*, choose another city in the same zone (Vienna instead of Berlin), save, and go back. Mine took the new hour after that. Switching the schedule off and on does nothing, I tried it as well.',
        stars: 'jonas lucia mireille erik',
        solved: hours(30),
      },
      {
        by: 'grace',
        after: hours(9),
        body: "Confirmed: the robot keeps the offset that was valid when the schedule was saved. Priya's way round works. Fixed in 3.8.2, which goes out to everyone by Thursday, and **before** the clocks change back in March.",
        official: { by: 'grace', after: hours(9) },
        stars: 'jonas priya mireille',
      },
    ],
    statuses: [
      ['ACTIVE', 'grace', hours(9)],
      ['COMPLETE', 'grace', days(6)],
    ],
    closed: {
      by: 'kwame',
      after: days(60),
      reason: 'Fixed in 3.8.2. If your schedule is off by an hour again, please open a new topic.',
    },
  },
  {
    key: 'pilo-squeak',
    kind: 'PROBLEM',
    by: 'tom',
    at: day(88, '22:26'),
    title: 'Squeaks like a shopping trolley after eight months',
    body: 'High-pitched, once per wheel turn, only when turning left. Cleaned everything that can be cleaned. It is now louder than the actual vacuuming, and the dog leaves the room.',
    products: 'pilo',
    version: '4.0',
    tags: 'noise',
    feels: ['SAD', 'annoyed'],
    meToos: 'samuel marek',
    answers: [
      {
        by: 'hiroshi',
        after: hours(10),
        body: `"Only when turning left" is a gift, thank you. Then it is not the brush and not the fan, it is the **front caster**.

Turn Pilo over and pull the caster straight up: it is held by friction. There will be hair on the pin, there always is. Clean the pin, and put *one* drop of silicone oil on it. Not cooking oil, not WD-40; both turn to glue.

If the pin has a groove that you can feel with a fingernail, the caster is worn and needs replacing: HV-P-009, a couple of euros.`,
        stars: 'tom samuel priya marek tariq',
        solved: days(1.1),
        comments: [
          {
            by: 'tom',
            after: days(1.1),
            body: 'A hair tie. An entire hair tie, wrapped round a pin the size of a match. Silent now. I take back about half of what I said to it.',
          },
          { by: 'hiroshi', after: days(1.4), body: 'My record is an earring.' },
        ],
      },
    ],
    statuses: [['COMPLETE', 'grace', days(3)]],
  },
  {
    key: 'pilo-error-14',
    kind: 'PROBLEM',
    by: 'fatima',
    at: day(109, '12:33'),
    title: 'Error 14 every time it leaves the base',
    body: 'It says "Error 14, check the left wheel". I have checked the left wheel. It turns, it is clean, nothing is caught in it. The robot drives twenty centimetres and stops again with the same message.',
    products: 'pilo',
    version: '4.0',
    tags: 'docking firmware',
    meToos: 'leila',
    answers: [
      {
        by: 'grace',
        after: hours(4),
        body: 'Sorry about this. Could you hold Pilo in the air, press *start*, and tell us whether **both** wheels turn? And is there a click when you push the left wheel in and let it go?',
        comments: [
          { by: 'fatima', after: hours(7), body: 'Both turn. Right wheel clicks when I push it, left wheel does not.' },
        ],
      },
      {
        by: 'grace',
        after: hours(8),
        body: 'Then it is the small switch behind the left wheel, which tells Pilo whether it stands on the ground. It cannot be cleaned from outside. That is covered by the guarantee, and I have sent you a return label by private message. Turn-round is five working days.',
        official: { by: 'grace', after: hours(8) },
        stars: 'fatima leila hiroshi',
        solved: days(11),
      },
    ],
    comments: [{ by: 'fatima', after: days(11), body: 'Came back repaired on day four. Merci.' }],
    statuses: [
      ['PENDING', 'grace', hours(4)],
      ['ACTIVE', 'grace', hours(8)],
      ['COMPLETE', 'grace', days(11)],
    ],
  },
  {
    key: 'pilo-wifi-5ghz-fr',
    kind: 'PROBLEM',
    by: 'mireille',
    at: day(57, '19:48'),
    locale: 'fr',
    title: 'Impossible de connecter Pilo à ma nouvelle box',
    body: `Bonjour, depuis le changement de box, l'application reste bloquée sur « Connexion en cours… » puis affiche un échec. Le téléphone est bien sur le même réseau. L'ancienne box fonctionnait sans problème.

Faut-il réinitialiser le robot ? J'ai peur de perdre la carte de l'appartement.`,
    products: 'pilo',
    version: '3.8',
    tags: 'wifi setup',
    feels: ['SAD', 'découragée'],
    meToos: 'fatima',
    answers: [
      {
        by: 'fatima',
        after: hours(2),
        body: `Même souci chez moi le mois dernier. Pilo ne connaît que la bande des 2,4 GHz, et les nouvelles box donnent le même nom aux deux bandes. Dans l'interface de la box, séparez-les (ou activez un réseau invité en 2,4 GHz seulement), puis connectez Pilo à celui-là.

Pas besoin de réinitialiser : la carte reste dans le robot.`,
        stars: 'mireille emeka annika',
        solved: hours(22),
        comments: [
          {
            by: 'mireille',
            after: hours(22),
            body: 'Réseau invité en 2,4 GHz, et tout est revenu, carte comprise. Merci infiniment !',
          },
        ],
      },
      {
        by: 'annika',
        after: hours(16),
        body: "Je confirme la réponse de Fatima : Pilo utilise uniquement le 2,4 GHz, et changer de réseau n'efface jamais la carte. Une fois connecté, vous pouvez réunir les deux bandes sous un seul nom.",
        official: { by: 'annika', after: hours(16), owner: 'grace' },
        stars: 'mireille',
      },
    ],
    statuses: [['COMPLETE', 'annika', days(1)]],
  },
];
