// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "identity/keychainstore.h"

#include "base/quoted.h"
#include "base/sentence.h"

#include <QCoreApplication>
#include <QPointer>
#include <QTimer>

#include <qt6keychain/keychain.h>

#include <memory>

using namespace Qt::StringLiterals;

namespace islet {

namespace {

using Job = QKeychain::Job;

//! What became of a job; a sentence of ours, for those of the keychain differ from system to system.
Expected<void> outcomeOf(const Job &job)
{
    switch (job.error()) {
    case QKeychain::NoError: return {};
    case QKeychain::EntryNotFound:
        return failure(ErrorCode::NotFound, Sentence::tr("The keychain of this desktop does not hold it."));
    case QKeychain::AccessDeniedByUser:
    case QKeychain::AccessDenied:
        return failure(
            ErrorCode::KeychainRefused,
            Sentence::tr("The keychain of this desktop denied access; unlock it, and allow Islet to use it."));
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return failure(ErrorCode::NoKeychain, Sentence::tr("There is no keychain on this desktop."));
    case QKeychain::CouldNotDeleteEntry:
    case QKeychain::OtherError: break;
    }
    return failure(ErrorCode::NoKeychain,
                   Sentence::tr("The keychain of this desktop failed, it says: %1.").arg(quoted(job.errorString())));
}

tl::unexpected<Error> silent()
{
    return failure(ErrorCode::KeychainSilent,
                   Sentence::tr("The keychain of this desktop does not answer; unlock it, and try again."));
}

//! Starts a job and says once how it went: `finish` gets the job, or none when time was over. The job goes on after
//! that, as it cannot be taken back; `tooLate` hears of its end.
void run(Job *job, QObject *context, std::chrono::milliseconds patience, std::function<void(Job *)> finish,
         std::function<void(const Job &)> tooLate)
{
    struct Turn {
        std::function<void(Job *)> finish;
        QTimer *limit;
    };
    auto *limit = new QTimer(context);
    limit->setSingleShot(true);
    // Both ends reach for it, and the first one empties it.
    auto turn = std::make_shared<Turn>(Turn{std::move(finish), limit});
    QObject::connect(limit, &QTimer::timeout, context, [turn, limit] {
        limit->deleteLater();
        if (const auto say = std::exchange(turn->finish, nullptr))
            say(nullptr);
    });
    QPointer<QTimer> alive(limit);
    QObject::connect(job, &Job::finished, job, [turn, alive, tooLate = std::move(tooLate)](Job *ended) {
        const auto say = std::exchange(turn->finish, nullptr);
        if (!alive || !say) { // nobody waits any more
            tooLate(*ended);
            return;
        }
        alive->deleteLater();
        say(ended);
    });
    job->setInsecureFallback(false);
    limit->start(patience);
    // A keychain may know its answer at once, and nobody expects it before this has returned.
    QMetaObject::invokeMethod(job, &Job::start, Qt::QueuedConnection);
}

void ignore(const Job & /*job*/) { }

Expected<void> outcomeOf(const Job *ended)
{
    return ended ? outcomeOf(*ended) : Expected<void>(silent());
}

void removeUnasked(const QString &service, const QString &key)
{
    auto *job = new QKeychain::DeletePasswordJob(service, QCoreApplication::instance());
    job->setKey(key);
    job->start();
}

void write(const QString &service, std::chrono::milliseconds patience, const QString &key, const QByteArray &text,
           QObject *context, SecretStore::Done done)
{
    auto *job = new QKeychain::WritePasswordJob(service, QCoreApplication::instance());
    job->setKey(key);
    job->setTextData(QString::fromUtf8(text));
    run(
        job, context, patience, [done = std::move(done)](Job *ended) { done(outcomeOf(ended)); },
        [service, key](const Job &late) {
            if (late.error() == QKeychain::NoError)
                removeUnasked(service, key);
        });
}

//! No error when the keychain is open, or the person has just opened it.
//!
//! A Secret Service that stays locked says of all that it holds that there is no such thing, and that it has deleted
//! it. Only of writing does it say that it cannot.
void makeSure(const QString &service, std::chrono::milliseconds patience, QObject *context, SecretStore::Done done)
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
    const auto key = u"check"_s;
    write(service, patience, key, "No secret: Islet looks whether the keychain is open.", context,
          [service, key, done = std::move(done)](const Expected<void> &written) {
              if (written)
                  removeUnasked(service, key);
              done(written);
          });
#else
    Q_UNUSED(service);
    Q_UNUSED(patience);
    QMetaObject::invokeMethod(
        context, [done = std::move(done)] { done({}); }, Qt::QueuedConnection);
#endif
}

} // namespace

KeychainStore::KeychainStore(std::chrono::milliseconds patience, QString service)
    : m_patience(patience)
    , m_service(std::move(service))
{ }

void KeychainStore::probe(QObject *context, Done done)
{
    // A locked keychain answers this too: it need not be opened to know that there is no such entry.
    auto *job = new QKeychain::ReadPasswordJob(m_service, QCoreApplication::instance());
    job->setKey(u"probe"_s);
    run(
        job, context, m_patience,
        [done = std::move(done)](Job *ended) {
            const auto outcome = outcomeOf(ended);
            done(!outcome && outcome.error().code == ErrorCode::NotFound ? Expected<void>() : outcome);
        },
        &ignore);
}

void KeychainStore::read(const QString &key, QObject *context, Read done)
{
    auto *job = new QKeychain::ReadPasswordJob(m_service, QCoreApplication::instance());
    job->setKey(key);
    const auto finish = [job, service = m_service, patience = m_patience, alive = QPointer(context),
                         done = std::move(done)](Job *ended) {
        const auto outcome = outcomeOf(ended);
        if (outcome) {
            Secret secret(job->textData().toUtf8());
            if (secret.bytes().size() > Secret::maxBytes)
                done(
                    failure(ErrorCode::TooLarge, Sentence::tr("What the keychain holds is too long for an identity.")));
            else
                done(std::move(secret));
        } else if (outcome.error().code == ErrorCode::NotFound) {
            makeSure(service, patience, alive, [done, error = outcome.error()](const Expected<void> &isOpen) {
                done(tl::unexpected(isOpen ? error : isOpen.error()));
            });
        } else {
            done(tl::unexpected(outcome.error()));
        }
    };
    run(job, context, m_patience, finish, &ignore);
}

void KeychainStore::write(const QString &key, const Secret &secret, QObject *context, Done done)
{
    islet::write(m_service, m_patience, key, secret.bytes(), context, std::move(done));
}

void KeychainStore::remove(const QString &key, QObject *context, Done done)
{
    const auto go = [key, service = m_service, patience = m_patience, alive = QPointer(context),
                     done = std::move(done)](const Expected<void> &isOpen) {
        if (!isOpen) {
            done(isOpen);
            return;
        }
        auto *job = new QKeychain::DeletePasswordJob(service, QCoreApplication::instance());
        job->setKey(key);
        const auto finish = [done](Job *ended) {
            const auto outcome = outcomeOf(ended);
            done(!outcome && outcome.error().code == ErrorCode::NotFound ? Expected<void>() : outcome);
        };
        run(job, alive, patience, finish, &ignore);
    };
    makeSure(m_service, m_patience, context, go);
}

} // namespace islet
