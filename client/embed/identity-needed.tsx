import { say, sayError } from '../page/boot.ts'

/** In the place of the ballot, for somebody whom no site has named where one must. */
export function IdentityNeeded() {
  return (
    <section class="ballot ballot-ending" aria-labelledby="identity-heading">
      <h2 id="identity-heading">{say('identityHeading')}</h2>
      <p>{sayError('identity-needed')}</p>
    </section>
  )
}
