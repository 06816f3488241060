import type { Random } from './random.ts';

/** Where a family's names and first language come from. The mix is invented and says nothing about the population. */
export type Heritage = 'island' | 'Portuguese' | 'Polish' | 'Romanian' | 'French' | 'Latvian';

const words = (text: string) => text.trim().split(/[\s,]+/u);

/** Common given names of each heritage, girls and boys apart. */
const GIVEN: Readonly<Record<Heritage, { readonly F: readonly string[]; readonly M: readonly string[] }>> = {
  island: {
    F: words(`Olivia Amelia Isla Ava Mia Ivy Lily Freya Florence Willow Rosie Sophie Elsie Grace Evie Emily Poppy Ella Daisy Phoebe
      Matilda Sienna Evelyn Maisie Alice Harriet Molly Esme Ruby Charlotte Imogen Lottie Thea Robyn Eliza Bonnie Hallie Penny Edith
      Orla Erin Jessica Holly Megan Summer Saffron Wren Fern Maeve Nancy Tabitha Clara Heidi Amber Skye Zara Lola Martha Beatrice`),
    M: words(`Noah Oliver George Arthur Leo Harry Oscar Henry Archie Theo Freddie Jack Charlie Alfie Jacob Finley Thomas Lucas Isaac
      Teddy Max Joshua William Louie Edward Reggie James Harrison Albie Logan Ethan Joseph Samuel Daniel Rory Toby Jude Otto Felix
      Elliot Caleb Rowan Stanley Ralph Bobby Jasper Dexter Callum Marlo Kit Ned Rufus Angus Ellis Hugo Monty Nathan Ryan Kai Bay`),
  },
  Portuguese: {
    F: words(`Maria Beatriz Matilde Leonor Carolina Mariana Inês Francisca Lara Clara Margarida Joana Ana Sofia Rita Catarina Débora
      Bruna Íris Letícia Rosa Lúcia Alícia Camila Juliana Diana Vitória Benedita Yara Luana`),
    M: words(`João Francisco Martim Rodrigo Santiago Tomás Afonso Duarte Miguel Gonçalo Diogo Tiago Pedro Rafael Gabriel Guilherme
      Simão Salvador Lourenço Vasco Dinis Rui Nuno André Bernardo Davi Enzo Leandro Márcio Fábio`),
  },
  Polish: {
    F: words(`Zofia Hanna Maja Lena Julia Zuzanna Alicja Oliwia Amelia Wiktoria Nadia Pola Antonina Marcelina Gabriela Kornelia Łucja
      Iga Milena Kinga Martyna Dominika`),
    M: words(`Antoni Jakub Jan Szymon Franciszek Filip Aleksander Mikołaj Wojciech Kacper Adam Michał Marcel Stanisław Piotr Igor
      Nikodem Tymon Kamil Mateusz Oskar Bartosz`),
  },
  Romanian: {
    F: words(
      `Ioana Andreea Daria Elena Alexandra Ștefania Antonia Bianca Larisa Teodora Miruna Ana Crina Roxana Sorina Delia`,
    ),
    M: words(
      `Andrei Alexandru Matei Luca Ștefan David Mihai Ionuț Radu Vlad Tudor Cosmin Răzvan Darius Victor Florin`,
    ),
  },
  French: {
    F: words('Léa Manon Chloé Inès Camille Louise Jade Élise Noémie Zoé Margaux Anaïs'),
    M: words('Hugo Louis Gabin Jules Nathan Mathis Théo Léon Raphaël Maël Noé Éloi'),
  },
  Latvian: {
    F: words('Emīlija Sofija Alise Anna Marta Elīza Paula Keita Elza Agnese'),
    M: words('Roberts Gustavs Markuss Jēkabs Emīls Ričards Kārlis Daniels Artūrs Rihards'),
  },
};

/** Nobody's surnames: things of the sea and the shore, alone or put together. */
const SHORE =
  words(`Limpet Barnacle Sandpiper Windlass Cormorant Periwinkle Turnstone Oystercatcher Dogwhelk Capstan Bollard Fathom
  Spindrift Halyard Mainsail Pennant Fairlead Lugsail Foghorn Marram Samphire Kittiwake Guillemot Razorbill Shearwater Gannet Plover
  Dunlin Whimbrel Curlew Avocet Sanderling Redshank Fulmar Puffin Skua Petrel Ormer Cockle Whelk Mussel Scallop Urchin Anemone
  Bladderwrack Seakale Thrift Campion Gorse Bracken Heather Teasel Sorrel Tansy Yarrow Burdock Sedge Rushlight Lanyard Keelson
  Gunwale Rowlock Thole Tiller Rudder Jibboom Topsail Staysail Mizzen Bowsprit Bobstay Shackle Cleat Grapnel Kedge Ballast Bulwark
  Scupper Binnacle Sextant Astrolabe Leadline Sounding Marlin Mackerel Gurnard Wrasse Pollack Garfish Sprat Lamprey Elver`);
const BEGINNINGS =
  words(`Salt Fair Gull Kelp Tide Sand Wrack Shell Pebble Reed Fern Storm Wave Foam Mist Harbour Anchor Cove Dune
  Granite Lantern Ebb Spray Haven Beacon Shoal`);
const ENDINGS = words('water wick combe mere bank croft stone holm gate ridge well field bourne lea');
const PORTUGUESE =
  words(`Gaivota Andorinha Rochedo Alecrim Farol Maresia Caravela Âncora Búzio Medusa Golfinho Enseada Rosmaninho
  Urze Loureiral Vento Espuma Areal Cais Bússola Concha Garça Pardal Ondas Figueiral Hortelã Giesta Ribeirinha Serrania Neblina`);
const POLISH =
  words(`Bursztyn Mewa Fala Latarnik Wydma Sosna Kotwica Jantar Perkoz Rybitwa Przystań Wierzbina Jarzębina Kormoran
  Bałwan Muszla Żaglowy Sternik Zatoka Mgiełka Wrzosowy Brzegowy Falisty Morski`);
const ROMANIAN =
  words(`Pescăruș Valuri Țărmul Corabia Luntraș Busuioc Cormoran Delfinul Nisipuri Salcia Măceș Brumar Scoica Vântul
  Faleza Ancora`);
const FRENCH = words(
  'Lavague Dulittoral Mouette Deschardons Lecormoran Brisants Delagrève Goémon Lamarée Bruyère Sableux Fougerais',
);
const LATVIAN = words('Kaija Jūrmals Dzintars Vilnis Bāka Enkurs Smilga Kāpa Niedre Virši');

const COMPOSED = BEGINNINGS.flatMap((begin) => ENDINGS.map((end) => begin + end));
const SURNAMES: Readonly<Record<Heritage, readonly string[]>> = {
  island: [...SHORE, ...COMPOSED],
  Portuguese: PORTUGUESE,
  Polish: POLISH,
  Romanian: ROMANIAN,
  French: FRENCH,
  Latvian: LATVIAN,
};

/** How often each heritage is drawn. */
const MIX: readonly (readonly [Heritage, number])[] = [
  ['island', 64],
  ['Portuguese', 19],
  ['Polish', 7],
  ['Romanian', 5],
  ['French', 3],
  ['Latvian', 2],
];

/** The first language of a heritage, as its code. */
export const LANGUAGE_OF: Readonly<Record<Heritage, string>> = {
  island: 'en',
  Portuguese: 'pt',
  Polish: 'pl',
  Romanian: 'ro',
  French: 'fr',
  Latvian: 'lv',
};

/** Draws a heritage. */
export function heritageOf(random: Random): Heritage {
  return random.weighted(MIX);
}

/** A given name for a girl or a boy. */
export function givenName(random: Random, heritage: Heritage, sex: 'F' | 'M'): string {
  return random.pick(GIVEN[heritage][sex]);
}

/** A family's name; Portuguese families often carry two, and some of the island join two with a hyphen. */
export function surname(random: Random, heritage: Heritage): string {
  const one = random.pick(SURNAMES[heritage]);
  const second = random.pick(SURNAMES[heritage]);
  if (second === one) return one;
  if (heritage === 'Portuguese' && random.chance(0.55))
    return random.chance(0.3) ? `${one} da ${second}` : `${one} ${second}`;
  return heritage === 'island' && random.chance(0.04) ? `${one}-${second}` : one;
}

/** Given names and surnames of the island, for drawing by place. */
export const COMMON_NAMES: readonly string[] = [...GIVEN.island.F, ...GIVEN.island.M];
export const ISLAND_SURNAMES: readonly string[] = SURNAMES.island;

/** How many different surnames there are before any are joined. */
export const SURNAME_COUNT = Object.values(SURNAMES).flat().length;
