/** Kills the program 50 times while it publishes, and counts what reached an SMTP server and webhooks on loopback. */
import { killDeliveries } from '../test/kill-deliveries.ts'

const KILLS = Number(process.argv[2] ?? 50)

const { kills, midway, expected, missing, repeated } = await killDeliveries(KILLS, report =>
  process.stderr.write(
    `\r${report.kills}/${KILLS} kills, ${report.midway} midway, ${report.missing.length} missing, ${report.repeated.length} repeated`,
  ),
)
process.stderr.write('\n')
console.log(
  `${kills} kills, ${midway} of them with some receivers served and others not: ${expected} deliveries expected, ${missing.length} missing, ${repeated.length} repeated`,
)
for (const line of [...missing, ...repeated]) console.log(line)
process.exitCode = missing.length + repeated.length > 0 ? 1 : 0
