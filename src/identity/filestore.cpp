// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "identity/filestore.h"

#include "base/quoted.h"
#include "base/sentence.h"

#include <QDir>
#include <QRegularExpression>
#include <QSaveFile>
#include <QStandardPaths>

#include <memory>

using namespace Qt::StringLiterals;

namespace islet {

namespace {

constexpr QFile::Permissions ownerOnlyFile = QFile::ReadOwner | QFile::WriteOwner;
constexpr QFile::Permissions ownerOnlyFolder = ownerOnlyFile | QFile::ExeOwner;

//! Whether anyone but the owner has one of these rights.
bool allowsOthers(QFile::Permissions permissions, QFile::Permissions rights)
{
#ifdef Q_OS_UNIX
    return (permissions & rights & ~(ownerOnlyFolder | QFile::ReadUser | QFile::WriteUser | QFile::ExeUser)) != 0;
#else
    Q_UNUSED(permissions);
    Q_UNUSED(rights);
    return false;
#endif
}

constexpr QFile::Permissions anyAccess = QFile::Permissions::fromInt(0x7777);
constexpr QFile::Permissions writeAccess = QFile::WriteGroup | QFile::WriteOther;

template<typename Result>
void reportLater(QObject *context, std::function<void(Expected<Result>)> done, Expected<Result> result)
{
    // Qt requires copyable functors, and a Secret is not copyable.
    auto shared = std::make_shared<Expected<Result>>(std::move(result));
    QMetaObject::invokeMethod(
        context, [done = std::move(done), shared] { done(std::move(*shared)); }, Qt::QueuedConnection);
}

} // namespace

FileStore::FileStore(QString folder)
    : m_folder(std::move(folder))
{ }

QString FileStore::usualFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/Islet/identities"_s;
}

void FileStore::probe(QObject *context, Done done)
{
    reportLater<void>(context, std::move(done), {});
}

void FileStore::read(const QString &key, QObject *context, Read done)
{
    reportLater<Secret>(context, std::move(done), readNow(key));
}

void FileStore::write(const QString &key, const Secret &secret, QObject *context, Done done)
{
    reportLater<void>(context, std::move(done), writeNow(key, secret));
}

void FileStore::remove(const QString &key, QObject *context, Done done)
{
    reportLater<void>(context, std::move(done), removeNow(key));
}

Expected<QString> FileStore::pathOf(const QString &key) const
{
    static const QRegularExpression plain(u"\\A[0-9A-Za-z-]{1,64}\\z"_s);
    if (!plain.match(key).hasMatch())
        return failure(ErrorCode::InvalidInput,
                       Sentence::tr("%1 isn't a valid file name for an identity.").arg(quoted(key)));
    return m_folder + u'/' + key;
}

Expected<void> FileStore::prepareFolder() const
{
    const auto refuse = [this] {
        return failure(
            ErrorCode::FileUnwritable,
            Sentence::tr("Couldn't create the folder %1 for identities, or make it private. Check who owns it.")
                .arg(quoted(m_folder)));
    };
    const QFileInfo folder(m_folder);
    if (!folder.isDir() && (!QDir().mkpath(folder.path()) || !QDir().mkdir(m_folder, ownerOnlyFolder)))
        return refuse();
    if (allowsOthers(QFile::permissions(m_folder), anyAccess) && !QFile::setPermissions(m_folder, ownerOnlyFolder))
        return refuse();
    return {};
}

Expected<Secret> FileStore::readNow(const QString &key) const
{
    const auto path = pathOf(key);
    if (!path)
        return tl::unexpected(path.error());
    if (!QFileInfo::exists(*path))
        return failure(ErrorCode::NotFound, Sentence::tr("The file %1 doesn't exist.").arg(quoted(*path)));
    if (allowsOthers(QFile::permissions(m_folder), writeAccess)) {
        return failure(
            ErrorCode::FileUnsafe,
            Sentence::tr("Others can write to the folder %1. Make it private (chmod 700), and check that its "
                         "files are still yours.")
                .arg(quoted(m_folder)));
    }
    QFile file(*path);
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(ErrorCode::FileUnreadable,
                       Sentence::tr("Couldn't read the file %1: %2.").arg(quoted(*path), file.errorString()));
    }
    if (allowsOthers(file.permissions(), anyAccess)) {
        return failure(
            ErrorCode::FileUnsafe,
            Sentence::tr("Others can read the file %1. Make it private (chmod 600), or use another identity, as "
                         "someone may have copied this one.")
                .arg(quoted(*path)));
    }
    Secret secret(file.read(Secret::maxBytes + 1));
    if (secret.bytes().size() > Secret::maxBytes) {
        return failure(ErrorCode::TooLarge,
                       Sentence::tr("The file %1 isn't an identity: it has more than %2 bytes.")
                           .arg(quoted(*path))
                           .arg(Secret::maxBytes));
    }
    return secret;
}

Expected<void> FileStore::writeNow(const QString &key, const Secret &secret) const
{
    const auto path = pathOf(key);
    if (!path)
        return tl::unexpected(path.error());
    if (const auto prepared = prepareFolder(); !prepared)
        return prepared;
    QSaveFile file(*path);
    // No one else can open the file before setPermissions(): the folder is private.
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(ownerOnlyFile)
        || file.write(secret.bytes()) != secret.bytes().size() || !file.commit()) {
        return failure(ErrorCode::FileUnwritable,
                       Sentence::tr("Couldn't write the file %1: %2.").arg(quoted(*path), file.errorString()));
    }
    return {};
}

Expected<void> FileStore::removeNow(const QString &key) const
{
    const auto path = pathOf(key);
    if (!path)
        return tl::unexpected(path.error());
    QFile file(*path);
    if (file.exists() && !file.remove()) {
        return failure(ErrorCode::FileUnwritable,
                       Sentence::tr("Couldn't delete the file %1: %2.").arg(quoted(*path), file.errorString()));
    }
    return {};
}

} // namespace islet
