import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Id } from '../../../language/id.ts';
import type { PublicContext, Surroundings } from '../../../platform/web/context.ts';
import { type Audience, endOfLink, type Followed, stageOf } from './rules.ts';

const TOKEN_BYTES = 16;

/**
 * Makes the private link of a submission. Its token follows from the submission's key, so call it where the submission acts once.
 *
 * The address begins with the origin and the base where the surroundings are those of a public page, and is a path otherwise.
 */
export async function makePrivateLink(
  surroundings: Surroundings & Partial<Pick<PublicContext, 'origin' | 'base'>>,
  contactId: Id,
  audience: Audience,
  key: string,
): Promise<{ url: string; endsAt: Date }> {
  const { db, newId, now, profile } = surroundings;
  const endsAt = endOfLink(now, profile);
  await db
    .insertInto('private_link')
    .values({
      id: newId(),
      token_hash: hashOf(tokenOf(key)),
      contact_id: contactId,
      audience,
      made_at: now,
      ends_at: endsAt,
    })
    .execute();
  return { ...privateLinkOf(surroundings, key), endsAt };
}

/** The link that was made for a submission: the same for ever, because nothing but the key decides it. */
export function privateLinkOf(
  { origin = '', base = '' }: Partial<Pick<PublicContext, 'origin' | 'base'>>,
  key: string,
): { url: string } {
  return { url: `${origin}${base}/follow/${tokenOf(key)}` };
}

/** What a link shows now. Nothing where it is unknown, has ended or was revoked: the reader is told the same each time. */
export async function followPrivateLink({ db }: Surroundings, token: string): Promise<Followed | undefined> {
  const { rows } = await sql<Row>`select * from follow_private_link(${hashOf(token)})`.execute(db);
  const [row] = rows;
  return (
    row && {
      reference: row.reference,
      toldAt: row.told_at,
      stage: stageOf({
        taken: row.taken,
        decided: row.decided,
        answered: row.answered_at !== null || row.words !== null,
      }),
      audience: row.audience,
      words: row.words ?? undefined,
      language: row.language,
    }
  );
}

/** Ends every link of a contact at once. Whoever opens one afterwards sees what a stranger would see. */
export async function revokePrivateLinks(
  { db, now, by }: Surroundings & { by: Id },
  contactId: Id,
): Promise<void> {
  await db
    .updateTable('private_link')
    .set({ revoked_at: now, revoked_by: by })
    .where('contact_id', '=', contactId)
    .where('revoked_at', 'is', null)
    .execute();
}

type Row = {
  readonly reference: string;
  readonly told_at: Date;
  readonly taken: boolean;
  readonly decided: boolean;
  readonly answered_at: Date | null;
  readonly audience: Audience;
  readonly words: string | null;
  readonly language: string;
};

/** 128 bits of a digest of the key: whoever knows the link cannot find the key, and so cannot open the draft. */
function tokenOf(key: string): string {
  return createHash('sha256')
    .update(`private link of ${key}`)
    .digest()
    .subarray(0, TOKEN_BYTES)
    .toString('base64url');
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
