//! Exponential and logarithm by series: the same bits on every machine, which those of the system's
//! library do not promise.

use std::f64::consts::{LN_2, LOG2_E, SQRT_2};

/// The coefficients of the series of the exponential.
const INVERSE_FACTORIALS: [f64; 13] = {
    let mut list = [1.0; 13];
    let mut n = 1;
    while n < 13 {
        list[n] = list[n - 1] / n as f64;
        n += 1;
    }
    list
};

/// Gives e to the power of `x`; 0 far below zero.
pub(super) fn exp(x: f64) -> f64 {
    if x < -700.0 {
        return 0.0;
    }
    let power = (x.min(700.0) * LOG2_E).round();
    let rest = x.min(700.0) - power * LN_2;
    let series = INVERSE_FACTORIALS.iter().rev().fold(0.0, |sum, part| sum * rest + part);
    series * f64::from_bits(((power as i64 + 1023) as u64) << 52)
}

/// Gives the natural logarithm of a positive, normal number.
pub(super) fn ln(x: f64) -> f64 {
    let bits = x.to_bits();
    let mut power = (bits >> 52).cast_signed() - 1023;
    let mut part = f64::from_bits(bits & ((1 << 52) - 1) | 1023 << 52);
    if part > SQRT_2 {
        part /= 2.0;
        power += 1;
    }
    let ratio = (part - 1.0) / (part + 1.0);
    let square = ratio * ratio;
    let series = (0..12).rev().fold(0.0, |sum, n| sum * square + 1.0 / f64::from(2 * n + 1));
    power as f64 * LN_2 + 2.0 * ratio * series
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn they_are_close_to_the_true_values() {
        for n in -400..400 {
            let x = f64::from(n) / 7.0;
            assert!((exp(x) / x.exp() - 1.0).abs() < 1e-12, "exp {x}");
            let y = x.exp();
            assert!((ln(y) - x).abs() < 1e-12 * x.abs().max(1.0), "ln {y}");
        }
        assert!(exp(-1000.0) == 0.0);
    }
}
