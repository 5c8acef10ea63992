//! A transport as a user would write it: it appends every message to a file.

use std::fs::File;
use std::future::{Ready, ready};
use std::io::Write as _;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use futures_lite::future::block_on;
use topics::Pattern;
use topics_bus::{BoxFuture, Bus, Error, Message, NoDeliveries, Transport};

topics::topics! {
    pub enum BusTopic;
    counter.<name> => u64;
    log;
}

#[derive(Clone)]
struct Journal(Arc<Mutex<File>>);

impl Journal {
    fn write(&self, message: &Message) -> Result<(), Error> {
        let mut file = self.0.lock().map_err(|_| Error::Closed)?;
        let payload = message.payload.escape_ascii();
        write!(file, "{} {payload}", message.name).map_err(Error::transport)?;
        for (name, value) in message.headers.iter() {
            write!(file, " {name}={value}").map_err(Error::transport)?;
        }
        writeln!(file).map_err(Error::transport)
    }
}

impl Transport for Journal {
    type Deliveries = NoDeliveries;
    type Publishing<'a> = Ready<Result<(), Error>>;

    fn publish(&self, message: Message) -> Self::Publishing<'_> {
        ready(self.write(&message))
    }

    fn try_publish(&self, message: Message) -> Result<(), Error> {
        self.write(&message)
    }

    fn subscribe(
        &self,
        _: Vec<Pattern<'static>>,
        _: Option<String>,
    ) -> BoxFuture<'_, Result<NoDeliveries, Error>> {
        Box::pin(ready(Err(Error::transport("a journal delivers nothing"))))
    }

    fn request(&self, _: Message) -> BoxFuture<'_, Result<Message, Error>> {
        Box::pin(ready(Err(Error::NoResponders)))
    }

    fn drain(&self) -> BoxFuture<'_, Result<(), Error>> {
        Box::pin(async {
            let mut file = self.0.lock().map_err(|_| Error::Closed)?;
            file.flush().map_err(Error::transport)
        })
    }
}

#[test]
fn every_message_is_written_to_the_file() {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("journal");
    let file = File::create(&path).unwrap();
    let bus = Bus::new(Journal(Arc::new(Mutex::new(file))));
    block_on(async {
        bus.publish(&Counter::new("a").unwrap(), &7).await.unwrap();
        bus.try_publish(&Counter::new("b").unwrap(), &8).unwrap();
        bus.publish_bytes(&Log, b"line\n".as_slice())
            .header("trace", "4bf92f35")
            .await
            .unwrap();
        assert!(bus.subscribe(Counter::pattern()).await.is_err());
        bus.drain().await.unwrap();
    });
    let written = std::fs::read_to_string(path).unwrap();
    assert_eq!(
        written,
        "counter.a 7\ncounter.b 8\nlog line\\n trace=4bf92f35\n"
    );
}
