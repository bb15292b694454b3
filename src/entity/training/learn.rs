//! Training proper: line after line, what the weights expect is compared with the marks.

use super::super::hash;
use super::super::model::file::{Row, SCALE, write};
use super::super::model::label::LABELS;
use super::chain::{Chain, Scores};
use super::descent::{Leader, Settings, order};
use super::problem::{Problem, STEPS};

impl Problem {
    /// Trains weights and gives them as `assets/entities/weights.bin` keeps them: the means of several
    /// runs, which differ in the order of the lines and in what is hidden, so that less is left to
    /// chance.
    ///
    /// `progress` hears the negative log-likelihood of each pass.
    pub fn train(&self, settings: Settings, mut progress: impl FnMut(f64)) -> Vec<u8> {
        let mut means = vec![0.0; self.size()];
        for run in 0..settings.runs {
            let leader = self.run(settings, run, &mut progress);
            for (at, mean) in means.iter_mut().enumerate() {
                *mean += leader.weight(at) / settings.runs as f64;
            }
        }
        self.write(&means, settings)
    }

    fn run(&self, settings: Settings, run: usize, progress: &mut impl FnMut(f64)) -> Leader {
        let mut learner = Learner {
            problem: self,
            leader: Leader::new(self.size(), settings),
            pass: 0,
            hidden: settings.hidden,
            visible: Vec::new(),
            weights: Vec::new(),
            scores: Vec::new(),
        };
        for pass in run * settings.passes..(run + 1) * settings.passes {
            learner.pass = pass as u64;
            let lines = order(self.lines.len() - 1, pass);
            progress(lines.into_iter().map(|line| learner.line(line as usize)).sum());
        }
        learner.leader
    }

    fn write(&self, weights: &[f64], settings: Settings) -> Vec<u8> {
        let limit = f64::from(i16::MAX);
        let short = |weight: f64| (weight * SCALE).round().clamp(-limit, limit) as i16;
        let mut steps = [[0; LABELS]; LABELS];
        for (step, weight) in steps.iter_mut().flatten().zip(weights) {
            *step = short(*weight);
        }
        let visible = 1.0 - settings.hidden as f64 / 100.0;
        let mut rows: Vec<Row> = Vec::new();
        for (feature, key) in self.keys.iter().enumerate() {
            let weighed = self.weights(feature as u32).map(|at| {
                let weight = weights[STEPS + at] * visible;
                (self.labels[at], if weight.abs() < settings.least { 0 } else { short(weight) })
            });
            let row: Vec<(u8, i16)> = weighed.filter(|(_, weight)| *weight != 0).collect();
            if !row.is_empty() {
                rows.push((*key, row));
            }
        }
        rows.sort_unstable();
        write(self.origin, &steps, &rows)
    }
}

/// Holds the weights while they are learnt, and the numbers of the line in work.
struct Learner<'a> {
    problem: &'a Problem,
    leader: Leader,
    pass: u64,
    hidden: u64,
    /// The weights of the visible features of all tokens, where they stand and what they are, and
    /// where those of each token end.
    weights: Vec<(u32, f64)>,
    visible: Vec<usize>,
    scores: Vec<Scores>,
}

impl Learner<'_> {
    /// Learns from one line, and gives its negative log-likelihood before.
    fn line(&mut self, line: usize) -> f64 {
        let problem = self.problem;
        let (from, to) = (problem.lines[line] as usize, problem.lines[line + 1] as usize);
        self.weights.clear();
        self.visible.clear();
        self.scores.clear();
        for at in from..to {
            self.look(at);
        }
        let steps: Vec<f64> = (0..STEPS).map(|at| self.leader.weight(at)).collect();
        let mut slopes = vec![0.0; STEPS];
        let mut chain = Chain::new(&steps);
        let mut loss = chain.run(&self.scores);
        for at in from..to {
            let gold = usize::from(problem.gold[at]);
            loss -= self.scores[at - from][gold];
            let mut slope = chain.labels(at - from);
            slope[gold] -= 1.0;
            self.learn(at - from, &slope);
            if at > from {
                chain.add_steps(at - from, &mut slopes);
                let step = usize::from(problem.gold[at - 1]) * LABELS + gold;
                slopes[step] -= 1.0;
                loss -= steps[step];
            }
        }
        for (at, slope) in slopes.into_iter().enumerate() {
            self.leader.learn(at, steps[at], slope);
        }
        loss
    }

    /// Sums the weights of the visible features of a token.
    fn look(&mut self, at: usize) {
        let mut scores = [0.0; LABELS];
        let draw = hash::mix(self.pass, at as u64);
        for &feature in self.problem.of(at) {
            if hash::mix(draw, u64::from(feature)) % 100 < self.hidden {
                continue;
            }
            for weight in self.problem.weights(feature) {
                let value = self.leader.weight(STEPS + weight);
                self.weights.push((weight as u32, value));
                scores[usize::from(self.problem.labels[weight])] += value;
            }
        }
        self.visible.push(self.weights.len());
        self.scores.push(scores);
    }

    /// Moves the weights of the visible features of the token at a place of the line.
    fn learn(&mut self, place: usize, slope: &Scores) {
        let from = if place == 0 { 0 } else { self.visible[place - 1] };
        for &(weight, value) in &self.weights[from..self.visible[place]] {
            let slope = slope[usize::from(self.problem.labels[weight as usize])];
            if slope.abs() > 1e-5 {
                self.leader.learn(STEPS + weight as usize, value, slope);
            }
        }
    }
}
