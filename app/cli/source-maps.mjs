// Loaded before a process of ours (`--import`): its stacks name our sources. Node's own switch would also read the maps
// of every package, sources and all, and each process would keep some ten megabytes of them.
import { setSourceMapsSupport } from 'node:module'

setSourceMapsSupport(true, { nodeModules: false, generatedCode: false })
