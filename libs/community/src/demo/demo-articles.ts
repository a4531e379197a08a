import { day, type ArticleDraft } from './demo-drafts';

/** What Halvora has written down before anybody asks, much of it learned from the topics beside it. */
export const ARTICLES: readonly ArticleDraft[] = [
  {
    slug: 'pilo-dark-floors',
    by: 'grace',
    at: day(16, '10:00'),
    title: 'Dark rugs and shiny black floors: helping Pilo over them',
    summary: 'Why Pilo takes black rugs for stairs, and the two settings that change it.',
    products: 'pilo',
    right: 'samuel lucia leila aroha nandi',
    wrong: 'tom',
    body: `Four sensors under Pilo send infrared light down and wait for it to come back. A deep black pile, or black stone that shines, swallows the light: Pilo then sees what it would see at the top of a staircase, and turns round.

## What helps

1. **Clean the sensor windows.** Turn Pilo over and wipe the four small windows with a dry cloth. Dust takes away the last bit of light.
2. **Dark floor mode.** *Settings › Floors › Dark floor mode*. The sensors look for longer. Pilo gets a little slower near edges.
3. **No stairs on this floor?** *Settings › Floors › No drops on this map* lets Pilo trust its map. Do not use it on a floor with stairs.

Never tape the sensors over: Pilo would fall down the first step that it meets.`,
  },
  {
    slug: 'pilo-finding-the-base',
    by: 'grace',
    at: day(60, '09:30'),
    title: 'Pilo does not find its base, or does not charge on it',
    summary: 'Where the base should stand, what to wipe, and how to teach Pilo the way home again.',
    products: 'pilo',
    right: 'erik priya jonas',
    wrong: 'leila nandi marek',
    body: `Pilo drives home by its map, and over the last half metre by an infrared mark on the front of the base.

## Check first

- Half a metre free on both sides of the base, one and a half in front.
- No sunlight on the floor right in front of it, no mirror opposite.
- The two metal contacts on Pilo and on the base are clean: a dry cloth, no cleaner.
- The lamp of the base is on. If not, try another socket.

## Teach the way home again

Lift Pilo onto the base by hand and wait for the tone. Then *Map › Base › Place anew*. Pilo drives off, turns round and comes back twice.

If it stops in the middle of a room with an empty battery, the way home was blocked: doors that are sometimes closed belong on the map as doors.`,
  },
  {
    slug: 'pilo-brushes-and-hair',
    by: 'kwame',
    at: day(95, '14:00'),
    title: 'Taking care of brushes, wheels and filters',
    summary: 'What to clean how often, and how long hair comes off the main brush.',
    products: 'pilo',
    right: 'mireille aroha hiroshi',
    body: `| part | clean | replace |
| --- | --- | --- |
| main brush | every week, with hair in the house twice | after a year |
| side brush | every month | when it is bent |
| filter | tap it out every two weeks, never wash it | after three months |
| wheels | every month: pull them down, take hair off the axles | - |

**Long hair:** take the main brush out, push the small hook on the lid under the hair and cut along the groove. The two caps at the ends come off: most of what squeaks sits under them.`,
  },
  {
    slug: 'caldo-wires',
    by: 'mateo',
    at: day(22, '11:00'),
    title: 'Two wires, three wires, no C: how to connect Caldo',
    summary: 'Caldo works on two wires with its battery, or without a battery with the power kit.',
    products: 'caldo',
    right: 'samuel dorota emeka leila tom',
    body: `**Switch the boiler off at its isolator first.** Some terminals are at mains voltage. Take a photo of the old wiring before you loosen anything; if you are not sure, let an installer do it.

## Which wires do you have?

- **Two wires.** Caldo switches the boiler over them and lives on its battery, about a year.
- **Two wires, and never a battery again.** The power kit (HV-C-021) sits at the boiler and sends the supply over the same two wires.
- **Three wires, one called C.** Connect C to the terminal C of the wall plate: Caldo is supplied from the boiler.

At the thermostat it does not matter which of the two wires goes where; at the power kit it does.`,
  },
  {
    slug: 'caldo-wifi',
    by: 'mateo',
    at: day(140, '15:30'),
    title: 'Caldo keeps losing its wifi connection',
    summary: 'Channels, region and the settings of routers that Caldo needs.',
    products: 'caldo',
    right: 'bao priya',
    body: `Caldo uses wifi at 2.4 GHz, channels 1 to 13.

1. *Settings › Wifi › Region*: choose where you are. With another region Caldo does not hear channels 12 and 13.
2. **It is gone at the same hour every night?** Then the router looks for a better channel. Give it a fixed one: 1, 6 or 11.
3. One name for 2.4 and 5 GHz is fine. "WPA3 only" is not: choose WPA2/WPA3.
4. Fewer than two bars at the wall: a repeater in the next room, not a stronger router.

While it is offline Caldo goes on heating by its schedule.`,
  },
  {
    slug: 'wren-klingel',
    by: 'annika',
    at: day(48, '10:15'),
    locale: 'de',
    title: 'Wren an einer vorhandenen Klingel betreiben',
    summary: 'Welcher Transformator passt, und wie der alte Gong weiter läutet.',
    products: 'wren',
    right: 'jonas marek',
    body: `Wren braucht **12 bis 24 V Wechselspannung**. Viele alte Klingeltransformatoren geben nur 8 V ab: damit startet Wren und schaltet sich wieder aus, sobald das Nachtlicht angeht.

1. Sicherung ausschalten.
2. Transformator gegen einen mit 16 V und 1 A tauschen (Hutschiene, Marke beliebig).
3. Die zwei Drähte an Wren anschließen, die Reihenfolge ist gleich.
4. In der App *Einstellungen › Gong › Mechanisch* oder *Elektronisch* wählen. Falsch eingestellt summt der Gong nur.`,
  },
];
