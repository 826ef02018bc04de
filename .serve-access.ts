import start from '/work/wt/access/tests/e2e/support/global-setup.ts'
import fs from 'node:fs'
const end = await start()
fs.writeFileSync('/tmp/access-env', `export E2E_ORIGIN=${process.env['E2E_ORIGIN']} E2E_DATABASE_URL='${process.env['E2E_DATABASE_URL']}'\n`)
console.log('up')
process.on('SIGTERM', async () => { await end(); process.exit(0) })
setInterval(() => {}, 1000)
