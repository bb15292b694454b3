//! What processes have used: time of the processors and memory, as Linux tells it. Elsewhere it is
//! not known.

use std::fs;

use rustix::time::{ClockId, clock_gettime};

/// The bytes and the ticks a second in which Linux counts, whatever the machine.
const KILO: f64 = 1024.0;
const TICKS: f64 = 100.0;

/// Gives the seconds of processor time that this process took.
pub fn own_seconds() -> f64 {
    let time = clock_gettime(ClockId::ProcessCPUTime);
    time.tv_sec as f64 + time.tv_nsec as f64 / 1e9
}

/// Gives the seconds of processor time that the processes took that were started and have ended:
/// the 16th and the 17th field of their status.
pub fn children_seconds() -> Option<f64> {
    let stat = fs::read_to_string("/proc/self/stat").ok()?;
    let (_, fields) = stat.rsplit_once(") ")?;
    let times = fields.split(' ').skip(13).take(2);
    let ticks: f64 = times.filter_map(|field| field.parse::<f64>().ok()).sum();
    Some(ticks / TICKS)
}

/// Gives the bytes of memory that this process has, or the most that it had.
pub fn memory(most: bool) -> Option<f64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let name = if most { "VmHWM:" } else { "VmRSS:" };
    let line = status.lines().find_map(|line| line.strip_prefix(name))?;
    line.split_whitespace().next()?.parse::<f64>().ok().map(|kilobytes| kilobytes * KILO)
}
