import type { ContactOutcome } from '../../profile/code-sets/contact-outcomes.ts';

const IN_ENGLISH: Readonly<Record<ContactOutcome, string>> = {
  'advice and information': 'We gave advice and information.',
  'early help offered': 'Early help was offered.',
  'referral to social care': 'A social worker will look into it.',
  'another agency': 'Another agency that can help has been asked.',
  'already open': 'A worker already helps, and has been told.',
  'no further action': 'Nothing further follows for now.',
  'child mental health': 'The mental health service for children has been asked.',
  'youth service': 'The youth service has been asked.',
  probation: 'Probation has been told.',
  'police only': 'It stays with the police.',
  'single agency continues': 'Those who help already go on helping.',
  'transfer in': 'A social worker takes on what was begun elsewhere.',
};

/** What somebody was told in earlier years: short, naming nobody, in English or Portuguese. */
export function letterWords(outcomes: readonly ContactOutcome[], language: string): string {
  if (language === 'pt')
    return 'Olá. Obrigado por nos ter contactado. Analisámos o que nos disse e decidimos o que fazer. Pode falar connosco quando quiser.';
  const said = [...new Set(outcomes)].map((outcome) => IN_ENGLISH[outcome]);
  return [
    'Hello. Thank you for getting in touch with the hub.',
    ...said,
    'Tell us again if something changes.',
  ].join(' ');
}
