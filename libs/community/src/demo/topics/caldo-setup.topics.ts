import { day, days, hours, type TopicDraft } from '../demo-drafts';

/** Getting the thermostat onto the wall. */
export const CALDO_SETUP: readonly TopicDraft[] = [
  {
    key: 'caldo-two-wires',
    kind: 'QUESTION',
    by: 'samuel',
    at: day(13, '11:20'),
    title: 'Only two wires in the wall: can I fit a Caldo?',
    body: `My old dial thermostat has two wires, red and white, and nothing else comes out of the plaster. The leaflet shows three, with one called **C**. The boiler is a Worcester Greenstar 30i, about 2014.

Do I have to pull a new cable through the wall?`,
    products: 'caldo',
    tags: 'wiring setup heating',
    feels: ['INDIFFERENT', 'staring at plaster'],
    meToos: 'tom nandi sofia leila',
    answers: [
      {
        by: 'dorota',
        after: hours(8),
        body: `No new cable. You have three choices, cheapest first:

1. **Run it on the two wires you have.** Caldo works on its battery and only switches the contact. Battery lasts about a year. Good enough for most people.
2. **The power kit** (HV-C-021). It sits beside the boiler, and sends the supply over the same two wires. That is what I fit when the customer never wants to think of batteries.
3. A plug-in 5 V supply at the thermostat, if there is a socket near by. Ugly, works.

On a 30i the two wires go to **LR** and **LS**, and there is a link between them that must come out. Do switch the boiler off at the *isolator*, not at the panel: LS is at mains voltage.`,
        stars: 'samuel tom nandi mateo sofia emeka leila',
        solved: days(5),
        official: { by: 'mateo', after: days(1) },
        comments: [
          {
            by: 'samuel',
            after: hours(20),
            body: 'I have the power kit here now. Does it matter which of the two wires goes where?',
          },
          {
            by: 'dorota',
            after: hours(21),
            body: 'At the thermostat no, at the kit yes: whatever is on terminal 1 there must be the wire that came from LR.',
          },
          {
            by: 'samuel',
            after: days(5),
            body: 'Done in an hour, most of it spent finding the isolator. Everything works.',
          },
        ],
      },
      {
        by: 'mateo',
        after: days(1),
        body: "I can only agree with Dorota, whose answer I have marked. Please take a photo of the old wiring **before** you loosen anything. If you are not sure which wire is at mains voltage, let an installer do it; it is half an hour's work.",
        stars: 'dorota',
      },
    ],
    statuses: [['COMPLETE', 'mateo', days(1)]],
  },
  {
    key: 'caldo-old-flat-cable',
    kind: 'QUESTION',
    by: 'leila',
    at: day(96, '17:09'),
    title: 'Old flat, no C-wire. Will it still get power?',
    body: 'The thermostat from the eighties hung on a thin cable with a red and a white core. I bought a Caldo second-hand, and it came without instructions. Where does it get its electricity from if there is no common wire? Does it have to be charged like a telephone?',
    products: 'caldo',
    tags: 'wiring battery setup',
    meToos: 'marek',
    answers: [
      {
        by: 'dorota',
        after: hours(2),
        body: 'It has a battery inside, good for a year on two wires, and it says so four weeks before it is empty. Charge it by USB, or get the power kit that feeds it over the same two wires. The long version, with terminals: [Only two wires in the wall](https://community.halvora.example/t/caldo-two-wires). And which boiler is it? The model number is on a sticker under the front flap.',
        stars: 'leila mateo',
        solved: days(2),
        comments: [
          { by: 'leila', after: hours(3), body: 'Vaillant ecoTEC plus 824.' },
          { by: 'dorota', after: hours(3.4), body: 'Then terminals 3 and 4, the grey plug. Take out the bridge.' },
        ],
      },
    ],
    statuses: [['COMPLETE', 'mateo', days(3)]],
  },
  {
    key: 'caldo-heat-pump',
    kind: 'QUESTION',
    by: 'erik',
    at: day(38, '13:26'),
    title: 'Works with an air-to-water heat pump?',
    body: 'We are replacing the oil boiler by a heat pump in spring (NIBE F2120). Does the Caldo talk to it, or can it only switch it on and off? I read that switching is bad for a heat pump.',
    products: 'caldo',
    tags: 'heating wiring integrations',
    meToos: 'aroha',
    answers: [
      {
        by: 'dorota',
        after: hours(7),
        body: 'You read right: a heat pump wants to run long and slowly. A thermostat that only switches will make it start ten times a day, and each start costs you life of the compressor. I would not fit one that cannot modulate.',
        stars: 'erik aroha',
      },
      {
        by: 'mateo',
        after: days(1.1),
        body: `Caldo speaks **OpenTherm** and, since hardware revision C, **Modbus**. For the F2120 you need Modbus through the MODBUS 40 module from NIBE. Then Caldo asks for a *flow temperature*, and the pump decides by itself how to get there.

Revision A and B (serial numbers up to 40 000) can only switch. We advise against those for heat pumps, and exchange them at half price.`,
        official: { by: 'mateo', after: days(1.1) },
        stars: 'erik dorota aroha jonas',
        solved: days(2),
      },
    ],
    statuses: [['COMPLETE', 'mateo', days(1.1)]],
  },
  {
    key: 'caldo-rented-flat',
    kind: 'QUESTION',
    by: 'nandi',
    at: day(173, '18:55'),
    title: 'Renting: take the thermostat along when I move out?',
    body: 'I bought the Caldo myself, the landlord allowed it. Next month I move. How do I remove it so that the next tenant has a working thermostat, and how do I get my schedules out of it before?',
    products: 'caldo',
    version: '2.1',
    tags: 'setup account',
    answers: [
      {
        by: 'priya',
        after: hours(5),
        body: 'Schedules live in your account, not in the device. *Settings › Home › New home* asks whether to take them along. I moved twice with mine.',
        stars: 'nandi',
      },
      {
        by: 'dorota',
        after: hours(9),
        body: 'And for the wall: put the old thermostat back on the same two terminals (you kept it in a drawer, I hope!). If a power kit sits at the boiler, it has to come out too, and the link you took out has to go in again. Without the link the boiler stays cold.',
        stars: 'nandi samuel mateo',
        solved: days(24),
      },
    ],
    statuses: [['COMPLETE', 'mateo', days(25)]],
  },
  {
    key: 'caldo-trv',
    kind: 'QUESTION',
    by: 'lucia',
    at: day(51, '20:44'),
    title: 'Radiator valves and a room thermostat at the same time?',
    body: "Each radiator has one of those valves with numbers from 1 to 5. If the Caldo hangs in the living room and the valves there are at 3, who is the boss? At present the living room is warm, the boiler stops, and the children's room is cold.",
    products: 'caldo',
    tags: 'heating setup',
    feels: ['SILLY', 'two bosses, no heat'],
    meToos: 'fatima mireille sofia',
    answers: [
      {
        by: 'dorota',
        after: hours(1.5),
        body: `Two bosses in one room is the whole trouble. Rule of thumb: **in the room where the thermostat hangs, the valves are fully open** (5), and the thermostat rules alone. In all other rooms the valves rule, at whatever number is comfortable.

And then hang the Caldo in the room that gets warm *last*, not in the one with the stove. Here that would be the children's room, or the hall in front of it.`,
        stars: 'lucia mireille sofia mateo fatima priya',
        solved: days(3),
        official: { by: 'mateo', after: days(4) },
      },
    ],
    comments: [
      {
        by: 'lucia',
        after: days(3),
        body: 'Living room at 5, Caldo moved to the hall. No more cold feet at homework. I did not expect it to be this simple.',
      },
    ],
    statuses: [['COMPLETE', 'mateo', days(4)]],
  },
];
