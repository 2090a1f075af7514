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

//! The result of a job, with our own messages: the keychain's differ between systems.
Expected<void> outcomeOf(const Job &job)
{
    switch (job.error()) {
    case QKeychain::NoError: return {};
    case QKeychain::EntryNotFound:
        return failure(ErrorCode::NotFound, Sentence::tr("The desktop keychain doesn't contain it."));
    case QKeychain::AccessDeniedByUser:
    case QKeychain::AccessDenied:
        return failure(ErrorCode::KeychainRefused,
                       Sentence::tr("The desktop keychain denied access. Unlock it, and allow Islet to use it."));
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return failure(ErrorCode::NoKeychain, Sentence::tr("This desktop has no keychain."));
    case QKeychain::CouldNotDeleteEntry:
    case QKeychain::OtherError: break;
    }
    return failure(ErrorCode::NoKeychain,
                   Sentence::tr("The desktop keychain failed: %1.").arg(quoted(job.errorString())));
}

tl::unexpected<Error> timedOut()
{
    return failure(ErrorCode::KeychainSilent,
                   Sentence::tr("The desktop keychain isn't responding. Unlock it, and try again."));
}

//! Starts a job and calls `finish` once, with the job, or with nullptr after a timeout. A job cannot be cancelled: it
//! continues after a timeout, and `onLate` is called when it finishes.
void run(Job *job, QObject *context, std::chrono::milliseconds timeout, std::function<void(Job *)> finish,
         std::function<void(const Job &)> onLate)
{
    struct PendingCall {
        std::function<void(Job *)> finish;
        QTimer *timer;
    };
    auto *timer = new QTimer(context);
    timer->setSingleShot(true);
    // Shared by the timeout and the job; whichever is first takes `finish`.
    auto pending = std::make_shared<PendingCall>(PendingCall{std::move(finish), timer});
    QObject::connect(timer, &QTimer::timeout, context, [pending, timer] {
        timer->deleteLater();
        if (const auto callback = std::exchange(pending->finish, nullptr))
            callback(nullptr);
    });
    QPointer<QTimer> alive(timer);
    QObject::connect(job, &Job::finished, job, [pending, alive, onLate = std::move(onLate)](Job *finishedJob) {
        const auto callback = std::exchange(pending->finish, nullptr);
        if (!alive || !callback) { // timed out, or `context` was destroyed
            onLate(*finishedJob);
            return;
        }
        alive->deleteLater();
        callback(finishedJob);
    });
    job->setInsecureFallback(false);
    timer->start(timeout);
    // Queued: a keychain may respond at once, but callbacks must not run before this function has returned.
    QMetaObject::invokeMethod(job, &Job::start, Qt::QueuedConnection);
}

void ignore(const Job & /*job*/) { }

Expected<void> outcomeOf(const Job *finishedJob)
{
    return finishedJob ? outcomeOf(*finishedJob) : Expected<void>(timedOut());
}

void removeInBackground(const QString &service, const QString &key)
{
    auto *job = new QKeychain::DeletePasswordJob(service, QCoreApplication::instance());
    job->setKey(key);
    job->start();
}

void write(const QString &service, std::chrono::milliseconds timeout, const QString &key, const QByteArray &text,
           QObject *context, SecretStore::Done done)
{
    auto *job = new QKeychain::WritePasswordJob(service, QCoreApplication::instance());
    job->setKey(key);
    job->setTextData(QString::fromUtf8(text));
    run(
        job, context, timeout, [done = std::move(done)](Job *finishedJob) { done(outcomeOf(finishedJob)); },
        [service, key](const Job &late) {
            if (late.error() == QKeychain::NoError)
                removeInBackground(service, key);
        });
}

//! No error if the keychain is unlocked, or the user has just unlocked it.
//!
//! A Secret Service that stays locked reports every entry as missing, and every deletion as successful. Only writing
//! reports an error.
void ensureUnlocked(const QString &service, std::chrono::milliseconds timeout, QObject *context, SecretStore::Done done)
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
    const auto key = u"check"_s;
    write(service, timeout, key, "No secret: Islet looks whether the keychain is open.", context,
          [service, key, done = std::move(done)](const Expected<void> &written) {
              if (written)
                  removeInBackground(service, key);
              done(written);
          });
#else
    Q_UNUSED(service);
    Q_UNUSED(timeout);
    QMetaObject::invokeMethod(
        context, [done = std::move(done)] { done({}); }, Qt::QueuedConnection);
#endif
}

} // namespace

KeychainStore::KeychainStore(std::chrono::milliseconds timeout, QString service)
    : m_timeout(timeout)
    , m_service(std::move(service))
{ }

void KeychainStore::probe(QObject *context, Done done)
{
    // A locked keychain answers this too, as it need not be unlocked to report a missing entry.
    auto *job = new QKeychain::ReadPasswordJob(m_service, QCoreApplication::instance());
    job->setKey(u"probe"_s);
    run(
        job, context, m_timeout,
        [done = std::move(done)](Job *finishedJob) {
            const auto outcome = outcomeOf(finishedJob);
            done(!outcome && outcome.error().code == ErrorCode::NotFound ? Expected<void>() : outcome);
        },
        &ignore);
}

void KeychainStore::read(const QString &key, QObject *context, Read done)
{
    auto *job = new QKeychain::ReadPasswordJob(m_service, QCoreApplication::instance());
    job->setKey(key);
    const auto finish = [job, service = m_service, timeout = m_timeout, alive = QPointer(context),
                         done = std::move(done)](Job *finishedJob) {
        const auto outcome = outcomeOf(finishedJob);
        if (outcome) {
            Secret secret(job->textData().toUtf8());
            if (secret.bytes().size() > Secret::maxBytes)
                done(failure(ErrorCode::TooLarge, Sentence::tr("The keychain entry is too large for an identity.")));
            else
                done(std::move(secret));
        } else if (outcome.error().code == ErrorCode::NotFound) {
            ensureUnlocked(service, timeout, alive, [done, error = outcome.error()](const Expected<void> &unlocked) {
                done(tl::unexpected(unlocked ? error : unlocked.error()));
            });
        } else {
            done(tl::unexpected(outcome.error()));
        }
    };
    run(job, context, m_timeout, finish, &ignore);
}

void KeychainStore::write(const QString &key, const Secret &secret, QObject *context, Done done)
{
    islet::write(m_service, m_timeout, key, secret.bytes(), context, std::move(done));
}

void KeychainStore::remove(const QString &key, QObject *context, Done done)
{
    const auto proceed = [key, service = m_service, timeout = m_timeout, alive = QPointer(context),
                          done = std::move(done)](const Expected<void> &unlocked) {
        if (!unlocked) {
            done(unlocked);
            return;
        }
        auto *job = new QKeychain::DeletePasswordJob(service, QCoreApplication::instance());
        job->setKey(key);
        const auto finish = [done](Job *finishedJob) {
            const auto outcome = outcomeOf(finishedJob);
            done(!outcome && outcome.error().code == ErrorCode::NotFound ? Expected<void>() : outcome);
        };
        run(job, alive, timeout, finish, &ignore);
    };
    ensureUnlocked(m_service, m_timeout, context, proceed);
}

} // namespace islet
