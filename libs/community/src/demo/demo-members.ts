import { day, type MemberDraft } from './demo-drafts';

/** The company's people, and one who has left. */
const STAFF: readonly MemberDraft[] = [
  {
    handle: 'ingrid',
    name: 'Ingrid Solvang',
    title: 'Head of Community, Halvora',
    bio: 'I look after this place. If something about the community itself is broken, it is my fault.',
    roles: [['ADMIN', day(0, '07:00')]],
    tags: 'community',
  },
  {
    handle: 'kwame',
    name: 'Kwame Asante',
    title: 'Support Lead, Halvora',
    bio: 'Nine years of support, most of them on the phone. Happier here, where an answer helps more than one person.',
    roles: [['LEAD', day(0, '07:10')]],
    products: 'pilo caldo wren',
  },
  {
    handle: 'grace',
    name: 'Grace Lim',
    title: 'Pilo Support, Halvora',
    roles: [['REPRESENTATIVE', day(0, '07:20')]],
    products: 'pilo',
    tags: 'update-4-2 docking',
  },
  {
    handle: 'mateo',
    name: 'Mateo Quiroga',
    title: 'Caldo Support, Halvora',
    bio: 'Former installer. Please send photos of your terminals **before** you touch anything.',
    roles: [['REPRESENTATIVE', day(0, '07:20')]],
    products: 'caldo',
  },
  {
    handle: 'annika',
    name: 'Annika Brandt',
    title: 'Wren Support, Halvora',
    bio: 'Ich antworte auf Deutsch und Englisch, et un peu en français.',
    locale: 'de',
    roles: [['REPRESENTATIVE', day(1, '08:00')]],
    products: 'wren',
    tags: 'privacy',
  },
  {
    handle: 'tariq',
    name: 'Tariq Haddad',
    title: 'Navigation Engineer, Pilo',
    bio: 'I write the code that decides where Pilo goes. Here in my own time; Grace speaks for the company.',
    roles: [['EMPLOYEE', day(20, '16:00')]],
    tags: 'mapping docking',
  },
  {
    handle: 'yuna',
    name: 'Yuna Seo',
    title: 'App Designer, Halvora',
    roles: [['EMPLOYEE', day(45, '09:30')]],
    tags: 'app',
  },
  {
    handle: 'olena',
    name: 'Olena Petrenko',
    title: 'Formerly Wren Support, Halvora',
    roles: [
      ['REPRESENTATIVE', day(0, '07:30')],
      ['ALUM', day(200, '17:00')],
    ],
  },
];

/** Customers who know their device better than most, and share it. */
const CHAMPIONS: readonly MemberDraft[] = [
  {
    handle: 'hiroshi',
    name: 'Hiroshi Tanabe',
    title: 'Retired machine engineer',
    bio: 'Forty years of conveyor belts. A robot vacuum is a conveyor belt that walks. I take mine apart every spring.',
    roles: [
      ['CUSTOMER', day(1, '19:40')],
      ['CHAMPION', day(90, '10:00')],
    ],
    products: 'pilo',
    tags: 'docking mapping noise',
  },
  {
    handle: 'dorota',
    name: 'Dorota Wieczorek',
    title: 'Heating installer',
    bio: 'I fit boilers by day and answer thermostat questions by night. Send the model number, always the model number.',
    roles: [
      ['CUSTOMER', day(3, '20:10')],
      ['CHAMPION', day(120, '10:00')],
    ],
    products: 'caldo',
    tags: 'heating wiring',
    members: 'mateo',
  },
  {
    handle: 'emeka',
    name: 'Emeka Nwosu',
    title: 'Network technician',
    bio: 'If it blinks and has an antenna, I have an opinion. Two Wrens, one Caldo.',
    roles: [
      ['CUSTOMER', day(4, '12:30')],
      ['CHAMPION', day(100, '10:00')],
    ],
    products: 'wren',
    tags: 'wifi',
  },
  {
    handle: 'priya',
    name: 'Priya Raghavan',
    title: 'Librarian',
    bio: 'All three devices, one husband, two cats. I tidy up around here.',
    roles: [
      ['CUSTOMER', day(1, '21:00')],
      ['CHAMPION', day(60, '10:00')],
    ],
    seatAt: day(150, '10:00'),
    products: 'pilo wren',
    tags: 'notifications app',
    members: 'hiroshi emeka',
  },
];

const CUSTOMERS: readonly MemberDraft[] = [
  { handle: 'mireille', name: 'Mireille Dufour', locale: 'fr', roles: [['CUSTOMER', day(5, '18:22')]] },
  { handle: 'jonas', name: 'Jonas Keller', locale: 'de', roles: [['CUSTOMER', day(6, '06:50')]], products: 'pilo' },
  { handle: 'aroha', name: 'Aroha Ngata', roles: [['CUSTOMER', day(8, '02:14')]] },
  { handle: 'samuel', name: 'Samuel Whitlock', roles: [['CUSTOMER', day(9, '13:05')]], members: 'hiroshi' },
  { handle: 'lucia', name: 'Lucía Fernández', roles: [['CUSTOMER', day(12, '17:31')]] },
  {
    handle: 'bao',
    name: 'Bảo Trần',
    title: 'Developer',
    bio: 'I automate things that took ten seconds.',
    roles: [['CUSTOMER', day(15, '22:48')]],
    tags: 'api integrations',
  },
  { handle: 'fatima', name: 'Fatima Zahra Benali', locale: 'fr', roles: [['CUSTOMER', day(21, '10:09')]] },
  { handle: 'erik', name: 'Erik Lindqvist', roles: [['CUSTOMER', day(25, '07:44')]], products: 'pilo' },
  { handle: 'leila', name: 'Leila Hosseini', roles: [['CUSTOMER', day(33, '15:20')]] },
  { handle: 'tom', name: 'Tom Delaney', roles: [['CUSTOMER', day(40, '23:02')]] },
  { handle: 'nandi', name: 'Nandi Mkhize', roles: [['CUSTOMER', day(52, '11:11')]] },
  { handle: 'marek', name: 'Marek Novotný', roles: [['CUSTOMER', day(70, '19:57')]] },
  { handle: 'sofia', name: 'Sofia Papadaki', roles: [['CUSTOMER', day(81, '08:35')]], tags: 'energy' },
];

/** Twenty-five people; each logs in as `<handle>@demo.example`. */
export const MEMBERS: readonly MemberDraft[] = [...STAFF, ...CHAMPIONS, ...CUSTOMERS];
