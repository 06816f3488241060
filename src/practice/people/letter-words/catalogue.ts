import type { ContactOutcome } from '../../../profile/code-sets/contact-outcomes.ts';

/** Everything a letter can say in one language. A key that is missing in a language does not compile. */
export type LetterWords = {
  /** Checked by a native speaker. A live authority sends only what was checked; a demonstration may show the rest. */
  readonly signedOff: boolean;
  /** How dates are written, as the browsers' own tables name the language. */
  readonly locale: string;
  readonly subject: (reference: string) => string;
  readonly greeting: string;
  readonly thanks: (on: string) => string;
  readonly lookedAt: string;
  readonly notMore: string;
  readonly decided: string;
  readonly toFamily: string;
  readonly why: string;
  readonly worriedAgain: (emergency: string) => string;
  readonly talkToUs: (number: string) => string;
  readonly signature: string;
  /** To a family whose work with us ends. `answered` says in English when the telephone is answered. */
  readonly closing: {
    readonly subject: string;
    readonly ended: (on: string) => string;
    readonly stands: string;
    readonly comeBack: (number: string, answered: string) => string;
    readonly danger: (emergency: string) => string;
  };
  /** What was decided, to a professional who asked. */
  readonly told: Readonly<Record<ContactOutcome, string>>;
  /** What was decided, to the family itself. */
  readonly toldFamily: Readonly<Record<ContactOutcome, string>>;
};

const en: LetterWords = {
  signedOff: true,
  locale: 'en-GB',
  subject: (reference) => `About ${reference}`,
  greeting: 'Hello',
  thanks: (on) => `Thank you for getting in touch with the Children and Families Hub on ${on}.`,
  lookedAt: 'We have looked at what you told us and decided what should happen.',
  notMore: 'We cannot tell you more, because what we know about a family belongs to them.',
  decided: 'This is what we decided:',
  toFamily: 'We were asked to think about what might help your family. This is what we decided:',
  why: 'Why we decided this:',
  worriedAgain: (emergency) =>
    `If something changes, or you are worried again, tell us again. If a child is in danger, call ${emergency}.`,
  talkToUs: (number) => `You can talk to us on ${number}.`,
  signature: 'Children and Families Hub',
  closing: {
    subject: 'Our work with your family',
    ended: (on) =>
      `We have worked with your family. We talked with you about ending this, and it ends on ${on}.`,
    stands: 'What you told us stands in the record, also where you did not agree.',
    comeBack: (number, answered) =>
      `You can come back whenever you want to. You need no reason. Ring us on ${number} (${answered}), or choose “Ask for help” on our page.`,
    danger: (emergency) => `If a child is in danger, call ${emergency}.`,
  },
  told: {
    'advice and information': 'We gave advice and information.',
    'early help offered': 'We offered the family early help.',
    'referral to social care': 'We asked children’s social care to look into it.',
    'another agency': 'We passed it to another agency that can help.',
    'already open': 'Somebody already works with the family. We told them.',
    'no further action': 'We do nothing further for now.',
    'child mental health': 'We passed it to the child and adolescent mental health service.',
    'youth service': 'We passed it to the youth service.',
    probation: 'We passed it to probation.',
    'police only': 'The police deal with it.',
    'single agency continues': 'The agency that already helps goes on helping.',
    'transfer in': 'We asked children’s social care to take on what another place began.',
  },
  toldFamily: {
    'advice and information': 'We gave advice and information. Nothing else follows unless you ask for it.',
    'early help offered':
      'We would like to offer you early help. It is help, and you choose whether to take it.',
    'referral to social care':
      'A social worker will talk with you, to understand how things are and what would help.',
    'another agency': 'Another agency can help better than we can. It will get in touch with you.',
    'already open': 'Your worker knows about this and will talk with you.',
    'no further action': 'Nothing else follows for now.',
    'child mental health': 'The child and adolescent mental health service will get in touch with you.',
    'youth service': 'The youth service will get in touch with you.',
    probation: 'Probation will get in touch with you.',
    'police only': 'The police deal with this. We do nothing further for now.',
    'single agency continues': 'Whoever helps you now goes on helping you.',
    'transfer in': 'A social worker here will talk with you about what was begun where you lived before.',
  },
};

const pt: LetterWords = {
  signedOff: false,
  locale: 'pt-PT',
  subject: (reference) => `Sobre ${reference}`,
  greeting: 'Olá',
  thanks: (on) => `Obrigado por ter contactado o Children and Families Hub em ${on}.`,
  lookedAt: 'Analisámos o que nos contou e decidimos o que deve acontecer.',
  notMore: 'Não podemos dizer mais, porque o que sabemos sobre uma família pertence a essa família.',
  decided: 'Decidimos o seguinte:',
  toFamily: 'Pediram-nos que pensássemos no que pode ajudar a sua família. Decidimos o seguinte:',
  why: 'Porque decidimos assim:',
  worriedAgain: (emergency) =>
    `Se alguma coisa mudar, ou se voltar a ficar preocupado, fale connosco outra vez. Se uma criança estiver em perigo, ligue ${emergency}.`,
  talkToUs: (number) => `Pode falar connosco pelo ${number}.`,
  signature: 'Children and Families Hub',
  closing: {
    subject: 'O nosso trabalho com a sua família',
    ended: (on) =>
      `Trabalhámos com a sua família. Falámos consigo sobre terminar este trabalho, que termina em ${on}.`,
    stands: 'O que nos disse fica registado, mesmo aquilo com que não concordou.',
    comeBack: (number) =>
      `Pode voltar sempre que quiser. Não precisa de motivo. Ligue-nos para o ${number}, ou escolha “Pedir ajuda” na nossa página.`,
    danger: (emergency) => `Se uma criança estiver em perigo, ligue ${emergency}.`,
  },
  told: {
    'advice and information': 'Demos conselhos e informação.',
    'early help offered': 'Oferecemos à família apoio precoce.',
    'referral to social care': 'Pedimos ao serviço social para crianças que analise a situação.',
    'another agency': 'Passámos o assunto a outra entidade que pode ajudar.',
    'already open': 'Alguém já trabalha com a família. Informámos essa pessoa.',
    'no further action': 'Por agora não fazemos mais nada.',
    'child mental health': 'Passámos o assunto ao serviço de saúde mental para crianças e adolescentes.',
    'youth service': 'Passámos o assunto ao serviço para jovens.',
    probation: 'Passámos o assunto ao serviço de reinserção social.',
    'police only': 'A polícia trata do assunto.',
    'single agency continues': 'A entidade que já ajuda continua a ajudar.',
    'transfer in': 'Pedimos ao serviço social para crianças que continue o que foi começado noutro lugar.',
  },
  toldFamily: {
    'advice and information': 'Demos conselhos e informação. Nada mais se segue, a não ser que nos peça.',
    'early help offered': 'Gostaríamos de lhe oferecer apoio precoce. É uma ajuda, e a escolha é sua.',
    'referral to social care':
      'Um assistente social vai falar consigo, para perceber como as coisas estão e o que poderia ajudar.',
    'another agency': 'Outra entidade pode ajudar melhor do que nós. Vai entrar em contacto consigo.',
    'already open': 'A pessoa que trabalha consigo sabe disto e vai falar consigo.',
    'no further action': 'Por agora nada mais se segue.',
    'child mental health':
      'O serviço de saúde mental para crianças e adolescentes vai entrar em contacto consigo.',
    'youth service': 'O serviço para jovens vai entrar em contacto consigo.',
    probation: 'O serviço de reinserção social vai entrar em contacto consigo.',
    'police only': 'A polícia trata do assunto. Por agora não fazemos mais nada.',
    'single agency continues': 'Quem já vos ajuda continua a ajudar.',
    'transfer in': 'Um assistente social daqui vai falar consigo sobre o que foi começado onde vivia antes.',
  },
};

/** The letters by language. A language that is not here is written in English and needs an interpreter. */
export const LETTERS: Readonly<Record<string, LetterWords>> = { en, pt };
