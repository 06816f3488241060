import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** One mail to one reader, plain text only. */
export type Mail = {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly language: string;
};

/** Sends a mail, or throws: then it is tried again. */
export type Mailer = { send(id: string, mail: Mail): Promise<void> };

/** Mail by SMTP. The id becomes the message's own, so that a mail sent twice after a crash is known to be one. */
export async function smtpMailer(url: string, from: string): Promise<Mailer> {
  // A twelfth of all that the program would load, and of use only where mail is sent.
  const { default: nodemailer } = await import('nodemailer');
  const transport = nodemailer.createTransport(url);
  return {
    async send(id, mail) {
      await transport.sendMail({
        from,
        to: mail.to,
        subject: mail.subject,
        text: mail.text,
        messageId: `<${id}@continuum>`,
        headers: { 'Content-Language': mail.language },
      });
    },
  };
}

/** Mail of a demonstration: a file for each, and nothing leaves the machine. */
export function folderMailer(folder: string): Mailer {
  return {
    async send(id, mail) {
      await mkdir(folder, { recursive: true });
      await writeFile(
        join(folder, `${id}.txt`),
        `To: ${mail.to}\nSubject: ${mail.subject}\nContent-Language: ${mail.language}\n\n${mail.text}\n`,
      );
    },
  };
}
