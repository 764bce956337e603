// The sections of the settings to jump to: beside them on wide screens, folded above them on narrow ones. The section that is
// being read is marked.
import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { say } from './say.ts'

interface SettingsContentsProps {
  /** Name and heading of each section, in their order on the page. */
  readonly sections: readonly (readonly [name: string, heading: string])[]
}

const wide = matchMedia('(min-width: 62rem)')

export function SettingsContents({ sections }: SettingsContentsProps) {
  const isWide = useSignal(wide.matches)
  const current = useSignal(sections[0]?.[0])
  const fold = useRef<HTMLDetailsElement>(null)
  const names = sections.map(([name]) => name).join(' ')
  useEffect(() => {
    const change = () => (isWide.value = wide.matches)
    wide.addEventListener('change', change)
    return () => wide.removeEventListener('change', change)
  }, [])
  useEffect(() => {
    const look = () => (current.value = sectionAtTop(names.split(' ')))
    look()
    addEventListener('scroll', look, { passive: true })
    addEventListener('resize', look, { passive: true })
    return () => {
      removeEventListener('scroll', look)
      removeEventListener('resize', look)
    }
  }, [names])
  const list = (
    <ul>
      {sections.map(([name, heading]) => (
        <li key={name}>
          <a
            href={`#${name}`}
            aria-current={name === current.value ? 'location' : undefined}
            onClick={() => {
              if (fold.current !== null) fold.current.open = false
            }}
          >
            {heading}
          </a>
        </li>
      ))}
    </ul>
  )
  const heading = sections.find(([name]) => name === current.value)?.[1] ?? ''
  return (
    <nav class="settings-contents" aria-label={say('contentsLabel')}>
      {isWide.value ? (
        list
      ) : (
        <details ref={fold}>
          <summary>{say('contentsAt', { section: heading })}</summary>
          {list}
        </details>
      )}
    </nav>
  )
}

/** The last section that begins in the upper third of the window; at the end of the page the last of all. */
function sectionAtTop(names: readonly string[]): string | undefined {
  const { scrollHeight } = document.documentElement
  if (scrollY > 0 && scrollY + innerHeight >= scrollHeight - 2) return names.at(-1)
  const begun = names.filter((name) => {
    const top = document.getElementById(name)?.getBoundingClientRect().top
    return top !== undefined && top < innerHeight / 3
  })
  return begun.at(-1) ?? names[0]
}
