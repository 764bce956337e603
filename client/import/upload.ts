// Sends one file and tells how far it has come, which fetch cannot do.
import { importApi } from '../../server/protocol/imports.ts'
import { ownRequest } from '../../server/protocol/staff/own-request.ts'
import { language } from '../page/boot.ts'
import { say } from './say.ts'

/** Resolves to null when the file has arrived, else to why it has not, in words. */
export function upload(
  name: string,
  file: File,
  onShare: (share: number) => void,
  signal: AbortSignal,
): Promise<string | null> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.open('PUT', importApi.file(name, file.name))
    request.setRequestHeader(ownRequest.name, ownRequest.value)
    request.setRequestHeader('Accept-Language', language)
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      onShare(total > 0 ? loaded / total : 0),
    )
    request.addEventListener('load', () =>
      resolve(request.status < 300 ? null : messageIn(request.responseText)),
    )
    request.addEventListener('error', () => resolve(say('unreachable')))
    request.addEventListener('abort', () => resolve(say('cancelled')))
    signal.addEventListener('abort', () => request.abort())
    request.send(file)
  })
}

function messageIn(text: string): string {
  try {
    const body = JSON.parse(text) as { error?: { message?: string } } // ours, or somebody's in between
    return body.error?.message ?? say('unreachable')
  } catch {
    return say('unreachable')
  }
}
