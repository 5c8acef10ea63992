//! What a program without the standard library has to bring itself: an entry point, an allocator, a
//! panic handler. All that is unsafe in this program is in this file.
#![allow(unsafe_code)]

use core::alloc::{GlobalAlloc, Layout};
use core::cell::UnsafeCell;
use core::ffi::c_int;
use core::panic::PanicInfo;
use core::ptr::null_mut;
use core::sync::atomic::{AtomicUsize, Ordering};

// The C library is linked for its start-up code only, which calls `main`.
#[link(name = "c")]
unsafe extern "C" {
    safe fn abort() -> !;
}

#[unsafe(no_mangle)]
extern "C" fn main() -> c_int {
    crate::run()
}

#[panic_handler]
fn panic(_: &PanicInfo<'_>) -> ! {
    abort()
}

/// What the unwinding tables of the precompiled `alloc` point to. Nothing here unwinds.
#[unsafe(no_mangle)]
extern "C" fn rust_eh_personality() {}

const MEMORY: usize = 1 << 20;

/// Hands out a fixed piece of memory from front to back, and takes nothing back.
struct Bump {
    memory: UnsafeCell<[u8; MEMORY]>,
    used: AtomicUsize,
}

// SAFETY: `used` is atomic, and `memory` is only ever pointed into, at places that differ.
unsafe impl Sync for Bump {}

// SAFETY: what `alloc` returns is within `memory`, aligned as asked, and overlaps nothing that it has
// returned before, since `used` only grows.
unsafe impl GlobalAlloc for Bump {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let memory = self.memory.get().cast::<u8>();
        // More than enough to align a piece that begins anywhere.
        let size = layout.size() + layout.align();
        let start = self.used.fetch_add(size, Ordering::Relaxed);
        if start + size > MEMORY {
            return null_mut();
        }
        let padding = (memory as usize + start).next_multiple_of(layout.align()) - memory as usize;
        memory.wrapping_add(padding)
    }

    unsafe fn dealloc(&self, _: *mut u8, _: Layout) {}
}

#[global_allocator]
static ALLOCATOR: Bump = Bump {
    memory: UnsafeCell::new([0; MEMORY]),
    used: AtomicUsize::new(0),
};
