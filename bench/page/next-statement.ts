// How long a vote takes until the next statement is on the screen, with the service on this machine and nothing slowed down.
import type { Browser } from 'playwright-core'

/** Milliseconds from the click to the frame that shows the next statement, one for each of `votes` votes by new people. */
export async function measureNextStatement(
  browser: Browser,
  address: string,
  votes: number,
): Promise<readonly number[]> {
  const times: number[] = []
  while (times.length < votes) {
    const context = await browser.newContext({ viewport: { width: 412, height: 915 } })
    try {
      const page = await context.newPage()
      await page.goto(address)
      await page.locator('.answer[aria-disabled=false]').first().waitFor()
      for (let i = 0; i < 20 && times.length < votes; i++) {
        times.push(
          await page.evaluate(async (answer) => {
            const statement = () => document.querySelector('.statement p')?.textContent
            const before = statement()
            const start = performance.now()
            document.querySelectorAll<HTMLButtonElement>('.answers button')[answer]?.click()
            for (;;) {
              await new Promise((drawn) => requestAnimationFrame(drawn))
              if (statement() !== before) return performance.now() - start
            }
          }, i % 3),
        )
      }
    } finally {
      await context.close()
    }
  }
  return times
}
