// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "identity/identityvault.h"

#include "base/logging.h"
#include "base/quoted.h"
#include "base/sentence.h"
#include "identity/backup.h"

#include <QPointer>
#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace islet {

namespace {

template<typename T> using Then = IdentityVault::Then<T>;

//! Calls `done` only if `context` is still alive.
template<typename T> Then<T> ifAlive(QObject *context, Then<T> done)
{
    return [alive = QPointer(context), done = std::move(done)](Expected<T> result) {
        if (alive)
            done(std::move(result));
    };
}

//! Delivers an immediate result through the event loop, as all other results are.
template<typename T> void callLater(QObject *context, Then<T> done, Expected<T> result)
{
    auto shared = std::make_shared<Expected<T>>(std::move(result));
    QMetaObject::invokeMethod(
        context, [done = std::move(done), shared] { done(std::move(*shared)); }, Qt::QueuedConnection);
}

template<typename T> void callLater(QObject *context, Then<T> done, const Error &error)
{
    callLater<T>(context, std::move(done), Expected<T>(tl::unexpected(error)));
}

QString placeName(IdentityEntry::Place place)
{
    return place == IdentityEntry::Place::Keychain ? Sentence::tr("keychain") : Sentence::tr("identities folder");
}

//! The store's error, as a sentence about the identity.
Error readError(const IdentityEntry &entry, const Error &error)
{
    if (error.code == ErrorCode::NotFound) {
        return {error.code,
                Sentence::tr("The key of %1 is no longer in the %2. Import it from a backup under another name, or "
                             "remove the identity.")
                    .arg(quoted(entry.name), placeName(entry.place))};
    }
    return {error.code,
            Sentence::tr("The identity %1 is saved, but can't be used right now: %2")
                .arg(quoted(entry.name), error.detail)};
}

} // namespace

IdentityVault::IdentityVault(QSettings &settings, SecretStore &keychain, SecretStore &files, WallClock now)
    : m_index(settings)
    , m_keychain(keychain)
    , m_files(files)
    , m_now(std::move(now))
{ }

SecretStore &IdentityVault::storeOf(IdentityEntry::Place place)
{
    return place == IdentityEntry::Place::Keychain ? m_keychain : m_files;
}

void IdentityVault::reload()
{
    if (m_index.reload())
        emit changed();
}

void IdentityVault::open(QObject *context, Then<IdentityEntry::Place> done)
{
    m_keychain.probe(this, [this, done = ifAlive(context, std::move(done))](const Expected<void> &answer) {
        m_keychainError = answer ? std::nullopt : std::optional(answer.error());
        m_place = answer ? IdentityEntry::Place::Keychain : IdentityEntry::Place::File;
        done(*m_place);
    });
}

Expected<IdentityEntry> IdentityVault::newEntry(const QString &name) const
{
    const auto valid = IdentityIndex::checkName(name);
    if (!valid)
        return tl::unexpected(valid.error());
    if (m_index.find(*valid) || m_pendingNames.contains(valid->toLower())) {
        return failure(
            ErrorCode::InvalidInput,
            Sentence::tr("An identity named %1 already exists. Choose another name, or remove that one first.")
                .arg(quoted(*valid)));
    }
    if (m_index.all().size() + m_pendingNames.size() >= IdentityIndex::maxEntries) {
        return failure(ErrorCode::TooLarge,
                       Sentence::tr("There are already %1 identities, the most that Islet saves. Remove one first.")
                           .arg(IdentityIndex::maxEntries));
    }
    return IdentityEntry{QUuid::createUuid().toString(QUuid::WithoutBraces), *valid, {}};
}

void IdentityVault::create(const QString &name, QObject *context, Then<IdentityEntry> done)
{
    importKey(name, PrivateKey::generate().toSecret(), context, std::move(done));
}

void IdentityVault::importKey(const QString &name, Secret text, QObject *context, Then<IdentityEntry> done)
{
    reload();
    auto entry = newEntry(name);
    if (!entry) {
        callLater(context, std::move(done), entry.error());
        return;
    }
    const auto key = PrivateKey::fromSecret(text);
    if (!key) {
        callLater(context, std::move(done), key.error());
        return;
    }
    entry->address = key->address();
    save(*std::move(entry), key->toSecret(), ifAlive(context, std::move(done)));
}

void IdentityVault::importChain(const QString &name, Secret json, QObject *context, Then<IdentityEntry> done)
{
    reload();
    auto entry = newEntry(name);
    if (!entry) {
        callLater(context, std::move(done), entry.error());
        return;
    }
    const auto identity = Identity::fromAuthIdentity(json.bytes(), m_now());
    if (!identity) {
        callLater(context, std::move(done), identity.error());
        return;
    }
    entry->address = identity->address();
    entry->kind = IdentityEntry::Kind::Chain;
    entry->expiration = identity->expiration();
    save(*std::move(entry), std::move(json), ifAlive(context, std::move(done)));
}

void IdentityVault::import(const QString &name, Secret text, QObject *context, Then<IdentityEntry> done)
{
    const auto isSpace = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
    const auto first = std::ranges::find_if_not(text.bytes(), isSpace);
    if (first != text.bytes().end() && *first == '{')
        importChain(name, std::move(text), context, std::move(done));
    else
        importKey(name, std::move(text), context, std::move(done));
}

void IdentityVault::save(IdentityEntry entry, Secret secret, Then<IdentityEntry> done)
{
    m_pendingNames.insert(entry.name.toLower());
    auto shared = std::make_shared<const Secret>(std::move(secret));
    const auto proceed = [this, entry = std::move(entry), shared, done = std::move(done)](IdentityEntry::Place place) {
        IdentityEntry placed = entry;
        placed.place = place;
        saveIn(std::move(placed), shared, done);
    };
    if (m_place)
        proceed(*m_place);
    else
        open(this, [proceed](const Expected<IdentityEntry::Place> &place) { proceed(*place); });
}

void IdentityVault::saveIn(IdentityEntry entry, std::shared_ptr<const Secret> secret, Then<IdentityEntry> done)
{
    SecretStore &store = storeOf(entry.place);
    const QString id = entry.id;
    const Secret &text = *secret;
    const auto onWritten = [this, entry = std::move(entry), secret = std::move(secret),
                            done = std::move(done)](const Expected<void> &written) {
        if (!written && written.error().code == ErrorCode::NoKeychain
            && entry.place == IdentityEntry::Place::Keychain) {
            // The keychain responds but cannot store anything, for example because it was never set up.
            m_keychainError = written.error();
            m_place = IdentityEntry::Place::File;
            IdentityEntry inFile = entry;
            inFile.place = *m_place;
            saveIn(std::move(inFile), secret, done);
            return;
        }
        m_pendingNames.remove(entry.name.toLower());
        if (written) {
            addToIndex(entry, done);
            return;
        }
        done(failure(written.error().code,
                     Sentence::tr("The identity %1 wasn't saved: %2").arg(quoted(entry.name), written.error().detail)));
    };
    store.write(id, text, this, onWritten);
}

void IdentityVault::addToIndex(const IdentityEntry &entry, const Then<IdentityEntry> &done)
{
    const bool isFirst = entries().isEmpty();
    auto added = m_index.put(entry);
    if (added && isFirst)
        added = m_index.setCurrent(entry.id);
    if (!added) {
        storeOf(entry.place).remove(entry.id, this, [done, error = added.error()](const Expected<void> & /*removed*/) {
            done(tl::unexpected(error));
        });
        return;
    }
    qCDebug(lcIdentity).noquote() << entry.address.toShort() << "is saved in the"
                                  << (entry.place == IdentityEntry::Place::File ? "file store" : "keychain");
    emit changed();
    done(entry);
}

void IdentityVault::readSecret(const IdentityEntry &entry, Then<Secret> done)
{
    storeOf(entry.place).read(entry.id, this, [entry, done = std::move(done)](Expected<Secret> secret) {
        done(std::move(secret).map_error([&entry](const Error &error) { return readError(entry, error); }));
    });
}

Expected<Identity> IdentityVault::identityOf(const IdentityEntry &entry, const Secret &secret) const
{
    const QDateTime now = m_now();
    auto identity = entry.kind == IdentityEntry::Kind::Chain
        ? Identity::fromAuthIdentity(secret.bytes(), now)
        : PrivateKey::fromSecret(secret).map([&now](const PrivateKey &owner) {
              const auto lifetime = std::chrono::seconds(Identity::defaultLifetime);
              return Identity::create(owner, PrivateKey::generate(), now.addSecs(lifetime.count()));
          });
    if (!identity)
        return failure(identity.error().code, u"%1: %2"_s.arg(quoted(entry.name), identity.error().detail));
    if (identity->address() != entry.address) {
        return failure(
            ErrorCode::InvalidKey,
            Sentence::tr("The key in the %1 for %2 belongs to someone else. Remove the identity, and import a backup.")
                .arg(placeName(entry.place), quoted(entry.name)));
    }
    identity->setGuest(true); // no wallet known to others, as far as we can tell
    return identity;
}

void IdentityVault::load(const QString &name, QObject *context, Then<Identity> done)
{
    const auto entry = find(name);
    if (!entry) {
        callLater(context, std::move(done), entry.error());
        return;
    }
    readSecret(*entry, [this, entry = *entry, done = ifAlive(context, std::move(done))](Expected<Secret> secret) {
        done(std::move(secret).and_then([&](const Secret &loaded) { return identityOf(entry, loaded); }));
    });
}

void IdentityVault::loadCurrentOrCreate(QObject *context, Then<Identity> done)
{
    reload();
    if (const auto entry = current()) {
        load(entry->name, context, std::move(done));
        return;
    }
    create(guestName, context, [this, context, done = std::move(done)](const Expected<IdentityEntry> &created) {
        if (created)
            load(created->name, context, done);
        else
            done(tl::unexpected(created.error()));
    });
}

void IdentityVault::exportTo(const QString &name, const QString &path, QObject *context, Then<void> done)
{
    const auto entry = find(name);
    if (!entry) {
        callLater(context, std::move(done), entry.error());
        return;
    }
    readSecret(*entry, [path, done = ifAlive(context, std::move(done))](const Expected<Secret> &secret) {
        done(secret ? writeBackup(path, *secret) : Expected<void>(tl::unexpected(secret.error())));
    });
}

void IdentityVault::remove(const QString &name, QObject *context, Then<void> done)
{
    const auto entry = find(name);
    if (!entry) {
        callLater(context, std::move(done), entry.error());
        return;
    }
    storeOf(entry->place)
        .remove(
            entry->id, this,
            [this, entry = *entry, done = ifAlive(context, std::move(done))](const Expected<void> &gone) {
                if (!gone) {
                    done(failure(gone.error().code,
                                 Sentence::tr("%1 wasn't removed: %2").arg(quoted(entry.name), gone.error().detail)));
                    return;
                }
                auto removed = m_index.remove(entry.id);
                emit changed();
                done(std::move(removed));
            });
}

Expected<void> IdentityVault::rename(const QString &name, const QString &newName)
{
    auto entry = find(name);
    if (!entry)
        return tl::unexpected(entry.error());
    const auto valid = IdentityIndex::checkName(newName);
    if (!valid)
        return tl::unexpected(valid.error());
    const auto namesake = find(*valid);
    if ((namesake && namesake->id != entry->id) || m_pendingNames.contains(valid->toLower()))
        return failure(ErrorCode::InvalidInput,
                       Sentence::tr("An identity named %1 already exists.").arg(quoted(*valid)));
    entry->name = *valid;
    return m_index.put(*entry).map([this] { emit changed(); });
}

Expected<void> IdentityVault::setCurrent(const QString &name)
{
    return find(name).and_then([this](const IdentityEntry &entry) { return m_index.setCurrent(entry.id); }).map([this] {
        emit changed();
    });
}

} // namespace islet
