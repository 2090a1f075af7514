// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/chat/chatfile.h"

#include "base/displaytext.h"
#include "base/quoted.h"
#include "base/sentence.h"

#include <QDir>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace islet {

namespace {

constexpr QFile::Permissions privateFile = QFile::ReadOwner | QFile::WriteOwner;
constexpr QFile::Permissions privateFolder = privateFile | QFile::ExeOwner;
constexpr int version = 1;

//! SQLite's primary result code, without the extended bits.
int primaryCode(const QSqlError &error)
{
    return error.nativeErrorCode().toInt() & 0xff;
}

//! Whether SQLite reports that the file is damaged or not a database.
bool isCorrupt(const QSqlError &error)
{
    constexpr int corrupt = 11; // SQLITE_CORRUPT
    constexpr int notADatabase = 26; // SQLITE_NOTADB
    return primaryCode(error) == corrupt || primaryCode(error) == notADatabase;
}

tl::unexpected<Error> toError(const QSqlError &error, const QString &what)
{
    if (isCorrupt(error))
        return failure(ErrorCode::FileUnreadable, Sentence::tr("The chat history file is damaged."));
    constexpr int busy = 5; // SQLITE_BUSY
    if (primaryCode(error) == busy)
        return failure(
            ErrorCode::FileUnwritable,
            Sentence::tr("This identity's chat history is open in another window, so this window doesn't save it."));
    return failure(ErrorCode::FileUnwritable,
                   Sentence::tr("%1: %2. Check whether the disk is full.").arg(what, quoted(error.text())));
}

Expected<void> run(QSqlDatabase &database, const QString &statement)
{
    QSqlQuery query(database);
    if (!query.exec(statement))
        return toError(query.lastError(), Sentence::tr("Couldn't use the chat history file"));
    return {};
}

Expected<qint64> queryNumber(const QSqlDatabase &database, const QString &statement)
{
    QSqlQuery query(database);
    if (!query.exec(statement) || !query.next())
        return toError(query.lastError(), Sentence::tr("Couldn't read the chat history file"));
    return query.value(0).toLongLong();
}

//! Creates the file with the owner's permissions only, so that no one else can read it at any moment.
Expected<void> createPrivate(const QString &path)
{
    const QString folder = QFileInfo(path).path();
    QFile file(path);
    const bool isCreated =
        (QFileInfo(folder).isDir() || (QDir().mkpath(QFileInfo(folder).path()) && QDir().mkdir(folder, privateFolder)))
        && QFile::setPermissions(folder, privateFolder) && (file.exists() || file.open(QIODevice::WriteOnly))
        && file.setPermissions(privateFile);
    if (!isCreated)
        return failure(ErrorCode::FileUnwritable,
                       Sentence::tr("Couldn't create the chat history file %1. Check who owns its folder.")
                           .arg(quoted(path, 200)));
    return {};
}

// Anyone may have edited the file: its content is checked like a peer's messages.

chat::Kind kindIn(const QVariant &value)
{
    return static_cast<chat::Kind>(std::clamp(value.toInt(), int(chat::Theirs), int(chat::Note)));
}

Address authorIn(const QVariant &value)
{
    return Address::parse(value.toString()).value_or(Address());
}

ChatEntry entryOf(const QSqlQuery &query)
{
    const auto time = [&query](int column) {
        return query.isNull(column) ? QDateTime() : QDateTime::fromMSecsSinceEpoch(query.value(column).toLongLong());
    };
    ChatEntry entry;
    entry.kind = kindIn(query.value(1));
    entry.delivery =
        static_cast<chat::Delivery>(std::clamp(query.value(2).toInt(), int(chat::Sent), int(chat::Unsent)));
    entry.author = authorIn(query.value(3));
    entry.name = displayText(query.value(4).toString(), 64);
    const QString text = query.value(5).toString();
    entry.text = entry.kind == chat::Note ? displayText(text) : displayLines(text);
    entry.place = displayText(query.value(6).toString(), 300);
    entry.received = time(7);
    entry.claimed = time(8);
    return entry;
}

void bind(QSqlQuery &query, qint64 number, const ChatEntry &entry)
{
    // Some letters fold to eighteen. Such a line is indexed by its beginning only.
    const QString folded = foldedForSearch(entry.text).left(2 * entry.text.size());
    // Stored as Unsent in case the program ends before it is sent.
    const auto delivery = entry.delivery == chat::Waiting ? chat::Unsent : entry.delivery;
    query.bindValue(0, number);
    query.bindValue(1, int(entry.kind));
    query.bindValue(2, int(delivery));
    query.bindValue(3, entry.kind == chat::Note ? QVariant() : QVariant(entry.author.toLower()));
    query.bindValue(4, entry.name);
    query.bindValue(5, entry.text);
    query.bindValue(6, entry.place);
    query.bindValue(7, entry.received.toMSecsSinceEpoch());
    query.bindValue(8, entry.claimed.isValid() ? QVariant(entry.claimed.toMSecsSinceEpoch()) : QVariant());
    query.bindValue(9, folded == entry.text ? QVariant() : QVariant(folded));
}

//! A transaction, rolled back on destruction unless committed.
class Transaction {
public:
    explicit Transaction(QSqlDatabase &database)
        : m_database(database)
    { }
    ~Transaction()
    {
        if (m_isOpen)
            m_database.rollback();
    }
    Q_DISABLE_COPY_MOVE(Transaction)
    bool begin() { return m_isOpen = m_database.transaction(); }
    bool commit()
    {
        m_isOpen = !m_database.commit();
        return !m_isOpen;
    }

private:
    QSqlDatabase &m_database;
    bool m_isOpen = false;
};

} // namespace

QString foldedForSearch(const QString &text)
{
    QString folded;
    for (const QChar c : text.normalized(QString::NormalizationForm_KD)) {
        if (!c.isMark())
            folded += c;
    }
    return folded.toCaseFolded();
}

ChatFile::ChatFile(QString connection)
    : m_connection(std::move(connection))
{ }

ChatFile::~ChatFile()
{
    QSqlDatabase::database(m_connection, false).close();
    QSqlDatabase::removeDatabase(m_connection);
}

Expected<std::unique_ptr<ChatFile>> ChatFile::open(const QString &path)
{
    static int files = 0;
    if (!QSqlDatabase::isDriverAvailable(u"QSQLITE"_s))
        return failure(
            ErrorCode::FileUnwritable,
            Sentence::tr("Qt's SQLite driver is missing, so the chat isn't saved. Install libqt6sql6-sqlite."));
    std::unique_ptr<ChatFile> file(new ChatFile(u"chat %1"_s.arg(++files)));
    return createPrivate(path).and_then([&] { return file->openDatabase(path); }).map([&] { return std::move(file); });
}

Expected<void> ChatFile::openDatabase(const QString &path)
{
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection);
    database.setDatabaseName(path);
    database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=20"_s); // ms; blocks the window
    if (!database.open())
        return toError(database.lastError(), Sentence::tr("Couldn't open the chat history file"));
    return prepare().and_then([this] { return readBounds(); });
}

Expected<void> ChatFile::prepare()
{
    QSqlDatabase database = QSqlDatabase::database(m_connection, false);
    // Exclusive, because two windows would number the same lines differently. Deleted data is overwritten. Appending
    // does not wait for the disk, see checkpoint().
    for (const auto &pragma :
         {u"PRAGMA locking_mode=EXCLUSIVE"_s, u"PRAGMA secure_delete=ON"_s, u"PRAGMA journal_mode=WAL"_s,
          u"PRAGMA synchronous=NORMAL"_s, u"PRAGMA wal_autocheckpoint=0"_s}) {
        if (const auto done = run(database, pragma); !done)
            return done;
    }
    const auto found = queryNumber(database, u"PRAGMA user_version"_s);
    if (!found)
        return tl::unexpected(found.error());
    if (*found > version)
        return failure(
            ErrorCode::FileUnwritable,
            Sentence::tr("The chat history is from a newer version of Islet. Update Islet to save this chat."));
    return run(database, u"BEGIN IMMEDIATE"_s)
        .and_then([&] {
            return run(database,
                       u"CREATE TABLE IF NOT EXISTS lines(number INTEGER PRIMARY KEY, kind INTEGER NOT NULL, "
                       "delivery INTEGER NOT NULL, author TEXT, name TEXT, text TEXT NOT NULL, place TEXT, "
                       "received INTEGER NOT NULL, claimed INTEGER, folded TEXT)"_s);
        })
        .and_then([&] { return run(database, u"PRAGMA user_version=%1"_s.arg(version)); })
        .and_then([&] { return run(database, u"COMMIT"_s); });
}

Expected<void> ChatFile::readBounds()
{
    const QSqlDatabase database = QSqlDatabase::database(m_connection, false);
    const auto oldest = queryNumber(database, u"SELECT coalesce(min(number), 1) FROM lines"_s);
    const auto newest = queryNumber(database, u"SELECT coalesce(max(number), 0) FROM lines"_s);
    if (!oldest || !newest)
        return tl::unexpected((oldest ? newest : oldest).error());
    constexpr qint64 maxNumber = qint64(1) << 53;
    if (*oldest < 1 || *newest > maxNumber)
        return failure(ErrorCode::FileUnreadable, Sentence::tr("The chat history file has invalid message numbers."));
    m_oldest = *oldest;
    m_end = *newest + 1;
    return {};
}

Expected<void> ChatFile::append(const QList<ChatEntry> &entries, const QHash<qint64, chat::Delivery> &deliveries)
{
    QSqlDatabase database = QSqlDatabase::database(m_connection, false);
    Transaction transaction(database);
    if (!transaction.begin())
        return toError(database.lastError(), Sentence::tr("Couldn't save the chat"));
    QSqlQuery change(database);
    change.prepare(u"UPDATE lines SET delivery=? WHERE number=?"_s);
    for (auto delivery = deliveries.cbegin(); delivery != deliveries.cend(); ++delivery) {
        change.bindValue(0, int(delivery.value()));
        change.bindValue(1, delivery.key());
        if (!change.exec())
            return toError(change.lastError(), Sentence::tr("Couldn't save the chat"));
    }
    QSqlQuery insert(database);
    insert.prepare(u"INSERT INTO lines(number, kind, delivery, author, name, text, place, received, claimed, folded) "
                   "VALUES(?,?,?,?,?,?,?,?,?,?)"_s);
    for (qsizetype i = 0; i < entries.size(); ++i) {
        bind(insert, m_end + i, entries[i]);
        if (!insert.exec())
            return toError(insert.lastError(), Sentence::tr("Couldn't save the chat"));
    }
    if (!transaction.commit())
        return toError(database.lastError(), Sentence::tr("Couldn't save the chat"));
    m_end += entries.size();
    return {};
}

Expected<QList<ChatEntry>> ChatFile::read(qint64 from, int most) const
{
    const qint64 end = qMin(m_end, from + most);
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    query.setForwardOnly(true);
    query.prepare(u"SELECT number, kind, delivery, author, name, text, place, received, claimed FROM lines "
                  "WHERE number>=? AND number<? ORDER BY number"_s);
    query.bindValue(0, from);
    query.bindValue(1, end);
    if (!query.exec())
        return toError(query.lastError(), Sentence::tr("Couldn't read the chat history"));
    QList<ChatEntry> entries(qMax<qint64>(0, end - from)); // a missing number becomes an empty note
    while (query.next())
        entries[query.value(0).toLongLong() - from] = entryOf(query);
    if (isCorrupt(query.lastError()))
        return toError(query.lastError(), {});
    return entries;
}

Expected<QList<ChatHit>> ChatFile::find(const QString &folded, qint64 from, qint64 end, int most) const
{
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    query.setForwardOnly(true);
    query.prepare(u"SELECT number, kind, author FROM lines WHERE number>=? AND number<? "
                  "AND instr(coalesce(folded, text), ?) > 0 ORDER BY number DESC LIMIT ?"_s);
    query.bindValue(0, from);
    query.bindValue(1, end);
    query.bindValue(2, folded);
    query.bindValue(3, most);
    if (!query.exec())
        return toError(query.lastError(), Sentence::tr("Couldn't search the chat history"));
    QList<ChatHit> hits;
    while (query.next())
        hits.append({query.value(0).toLongLong(), kindIn(query.value(1)), authorIn(query.value(2))});
    if (isCorrupt(query.lastError()))
        return toError(query.lastError(), {});
    return hits;
}

Expected<void> ChatFile::deleteBefore(qint64 number)
{
    if (number <= m_oldest)
        return {};
    QSqlDatabase database = QSqlDatabase::database(m_connection, false);
    const auto done = run(database, u"DELETE FROM lines WHERE number < %1"_s.arg(number));
    if (done)
        m_oldest = number;
    return done;
}

qint64 ChatFile::size() const
{
    const QSqlDatabase database = QSqlDatabase::database(m_connection, false);
    const auto pages = queryNumber(database, u"PRAGMA page_count"_s);
    const auto unused = queryNumber(database, u"PRAGMA freelist_count"_s);
    const auto bytes = queryNumber(database, u"PRAGMA page_size"_s);
    return (pages.value_or(0) - unused.value_or(0)) * bytes.value_or(0);
}

qint64 ChatFile::bytesToCheckpoint() const
{
    return QFileInfo(QSqlDatabase::database(m_connection, false).databaseName() + u"-wal"_s).size();
}

Expected<void> ChatFile::checkpoint()
{
    QSqlDatabase database = QSqlDatabase::database(m_connection, false);
    return run(database, u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
}

} // namespace islet
