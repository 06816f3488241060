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
  'The youngest slept the whole time. Mum talked about the nights, which are better since the cot is in her room.',
  'We walked along the beach instead, because that is where talking is easiest.',
  'The father was there for the first time. He listened, and asked what he could do on weekdays.',
  'The flat was cold. The heating has been off since Monday, and the landlord has been told.',
  'The children had drawn a plan of the week, with a star for each evening without shouting.',
  'We looked at the letter from school together. Attendance is up, and both parents are proud of it.',
  'It was loud and friendly. Two neighbours came by, so we kept the harder part for the next visit.',
  'The mother told what happened on Saturday before I asked. She had rung her sister and not waited.',
];

/** What was agreed at the end of a visit. Invented. */
export const AGREED: readonly string[] = [
  'Mum rings the health visitor by Friday. I come again in two weeks.',
  'School and home write in one small book, so that nobody is told twice.',
  'Dad asks for the morning shift. I write to his employer if he wants it.',
  'We look at the plan together at the next visit, with the grandmother.',
  'The parents take turns in the mornings. We see how it goes.',
  'I find out about the youth club and bring the form.',
  'I ask the school for a quiet place at lunch and ring on Thursday.',
  'The parents write down what went well, three things a day. We read it together next time.',
  'Mum goes to the surgery with him, and I ask for the appointment.',
  'Nobody smokes in the room with the cot. I come again next week, at breakfast.',
  'The grandmother has the children on Friday nights until the summer.',
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
  'I have a friend now. We build things.',
  'It is better when it is only us and Mum.',
  'I do not know who is coming next. I want to know that.',
  'My room is mine and it has a lock.',
  'I can ride a bike without stabilisers.',
  'Sometimes I stay awake to hear if they fight.',
  'I want to stay with Nan for longer.',
  'You can write that I am funny.',
];

/** What is noted of one child alone. Invented. */
export const NOTED: readonly string[] = [
  'Was shy at first and then showed the drawings of the week.',
  'Seemed well and was dressed for the weather.',
  'Talked a lot and wanted to show the room.',
  'Was tired and lay on the sofa; has been to the doctor with a cough.',
  'Played by the window and came when called.',
  'Was out of bed and doing homework at the table when I came.',
  'Did not want to talk today, and stayed near the door. That was all right.',
  'Has grown. The shoes are new and fit.',
  'Laughed a lot with the little one, and let nobody help with the zip.',
  'Said little while the others were in the room, and more on the stairs.',
];

/** When nobody opened. Invented. */
export const NOBODY: readonly string[] = [
  'Nobody opened. I left a card and rang in the evening.',
  'Nobody in at the agreed time. Mum wrote an hour later that the bus did not come. We meet on Thursday.',
  'I rang twice and waited in the car. A neighbour saw them go out in the morning.',
  'The door stayed shut although I heard voices. I told my manager and come again tomorrow.',
];

/** Why what stood of a child was put right. Invented. */
export const PUT_RIGHT: readonly string[] = [
  'It was written of the wrong one of the two.',
  'The mother read it and told me that it was another day.',
  'I had left out what was said at the door.',
];
