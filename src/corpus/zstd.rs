//! Reads all frames of a Zstandard file. The decoder of `ruzstd` reads one frame; real corpora have
//! several, and skippable frames between them (RFC 8878, section 3.1.2).

use std::io::{self, BufRead, Read};

use ruzstd::decoding::errors::{FrameDecoderError, ReadFrameHeaderError};
use ruzstd::decoding::{BlockDecodingStrategy, FrameDecoder};

/// Represents the decompressed bytes of all frames of `source`, one after the other.
pub(super) struct ZstdFrames<R> {
    source: R,
    decoder: FrameDecoder,
    in_frame: bool,
}

impl<R: BufRead> ZstdFrames<R> {
    /// Starts before the first frame.
    pub fn new(source: R) -> Self {
        Self { source, decoder: FrameDecoder::new(), in_frame: false }
    }

    /// Reads the header of the next frame; gives `false` at the end of the source.
    fn next_frame(&mut self) -> io::Result<bool> {
        while !self.source.fill_buf()?.is_empty() {
            match self.decoder.reset(&mut self.source) {
                Ok(()) => {
                    self.in_frame = true;
                    return Ok(true);
                }
                Err(FrameDecoderError::ReadFrameHeaderError(ReadFrameHeaderError::SkipFrame {
                    length,
                    ..
                })) => self.skip(u64::from(length))?,
                Err(error) => return Err(io::Error::other(error)),
            }
        }
        Ok(false)
    }

    /// Reads over the content of a skippable frame.
    fn skip(&mut self, length: u64) -> io::Result<()> {
        let skipped = io::copy(&mut self.source.by_ref().take(length), &mut io::sink())?;
        if skipped == length { Ok(()) } else { Err(io::ErrorKind::UnexpectedEof.into()) }
    }
}

impl<R: BufRead> Read for ZstdFrames<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while !buffer.is_empty() {
            if !self.in_frame && !self.next_frame()? {
                break;
            }
            while self.decoder.can_collect() == 0 && !self.decoder.is_finished() {
                let one = BlockDecodingStrategy::UptoBlocks(1);
                self.decoder.decode_blocks(&mut self.source, one).map_err(io::Error::other)?;
            }
            let length = self.decoder.read(buffer)?;
            if length > 0 {
                return Ok(length);
            }
            self.in_frame = false;
        }
        Ok(0)
    }
}

#[cfg(test)]
mod tests {
    use super::ZstdFrames;
    use proptest::prelude::*;
    use ruzstd::encoding::{CompressionLevel, compress_to_vec};
    use std::io::Read;

    fn frame(text: &str) -> Vec<u8> {
        compress_to_vec(text.as_bytes(), CompressionLevel::Fastest)
    }

    fn skippable(content: &[u8]) -> Vec<u8> {
        let head = [0x50, 0x2A, 0x4D, 0x18];
        [&head, &(content.len() as u32).to_le_bytes()[..], content].concat()
    }

    fn check(parts: &[Vec<u8>], expected: Option<&str>) {
        let bytes = parts.concat();
        let mut text = String::new();
        let result = ZstdFrames::new(&bytes[..]).read_to_string(&mut text);
        assert_eq!(result.ok().map(|_| text.as_str()), expected);
    }

    #[test]
    fn reads_every_frame_and_skips_the_skippable() {
        check(&[], Some(""));
        check(&[frame("một")], Some("một"));
        check(&[frame("một "), frame(""), frame("hai")], Some("một hai"));
        check(&[skippable(b"x"), frame("một "), skippable(b""), frame("hai")], Some("một hai"));
        let long = "dài ".repeat(100_000);
        check(&[frame(&long), frame(&long)], Some(&long.repeat(2)));
    }

    #[test]
    fn broken_files_are_errors() {
        check(&[b"not zstd at all".to_vec()], None);
        check(&[frame("một"), b"rest".to_vec()], None);
        check(&[frame("một")[..6].to_vec()], None);
        check(&[skippable(b"xyz")[..9].to_vec()], None);
    }

    proptest! {
        #[test]
        fn no_bytes_panic(mut bytes in proptest::collection::vec(any::<u8>(), 0..200), at in 0usize..40, value: u8) {
            let mut text = Vec::new();
            let _ = ZstdFrames::new(&bytes[..]).take(1 << 20).read_to_end(&mut text);
            bytes = frame("một hai ba một hai ba một hai ba bốn");
            let place = at % bytes.len();
            bytes[place] = value;
            text.clear();
            let _ = ZstdFrames::new(&bytes[..]).take(1 << 20).read_to_end(&mut text);
        }
    }
}
