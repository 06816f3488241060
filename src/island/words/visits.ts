/** What was seen and talked about on a visit, in words that the family could read. Invented. */
export const SEEN: readonly string[] = [
  'We sat in the kitchen. Mum showed the new rota on the fridge and says that mornings are calmer.',
  'The home was warm and tidy. There was food in the house and the children had eaten.',
  'Dad had made the beds and cleared the hall since last time. We talked about the bills that came.',
  'We talked about sleep. The parents have tried the same bedtime for two weeks and want to keep it up.',
  'The children came in from school while I was there, and everybody told their part of the week.',
  'We went through what was agreed last time, one thing after the other. Two are done, one is not yet.',
  'It had been a hard week. Mum was tired and said so. Her sister comes on Fridays now.',
  'We met in the family room at school and had time to draw and talk.',
  'There was less shouting than last time. Both parents say that the evenings are still the hardest.',
  'We talked about contact on Sundays, what goes well and what is too long.',
];

/** What was agreed at the end of a visit. Invented. */
export const AGREED: readonly string[] = [
  'Mum rings the health visitor by Friday. I come again in two weeks.',
  'School and home write in one small book, so that nobody is told twice.',
  'Dad asks for the morning shift. I write to his employer if he wants it.',
  'We look at the plan together at the next visit, with the grandmother.',
  'The parents take turns in the mornings. We see how it goes.',
  'I find out about the youth club and bring the form.',
];

/** What children say, from about four years on. Invented; no child said it. */
export const SAID: readonly string[] = [
  'I like it when Grandad picks me up.',
  'I want my own bed and nobody shouting at night.',
  'School is fine. I do not like being asked about home there.',
  'I am good at football now. I scored two.',
  'I want to see my dad on Sundays, but not for so long.',
  'Mum laughs more than before.',
  'I do not want to move school again.',
  'I tell my worries to the dog.',
  'Can you tell me before you come?',
  'I would like to learn to swim.',
];

/** What is noted of one child alone. Invented. */
export const NOTED: readonly string[] = [
  'Was shy at first and then showed the drawings of the week.',
  'Seemed well and was dressed for the weather.',
  'Talked a lot and wanted to show the room.',
  'Was tired and lay on the sofa; has been to the doctor with a cough.',
  'Played by the window and came when called.',
];
