// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "authority.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace islet::test {

namespace {

constexpr auto settings = R"([req]
distinguished_name = name
x509_extensions = authority
[name]
[authority]
basicConstraints = critical, CA:TRUE
subjectKeyIdentifier = hash
[ca]
default_ca = own
[own]
database = index
new_certs_dir = .
default_md = sha256
policy = any
copy_extensions = copy
unique_subject = no
rand_serial = yes
[any]
commonName = supplied
)";

const QStringList newKey{u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:prime256v1"_s, u"-nodes"_s};

const QStringList newRsaKey{u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s};

QString timeText(const QDateTime &time)
{
    return time.toUTC().toString(u"yyyyMMddHHmmss'Z'"_s);
}

bool write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

} // namespace

QString Authority::missing()
{
    return QStandardPaths::findExecutable(u"openssl"_s).isEmpty()
        ? u"There is no openssl to make certificates with; install it (on Debian: apt-get install openssl)."_s
        : QString();
}

bool Authority::create()
{
    if (!write(path(u"settings"_s), settings) || !write(path(u"index"_s), {})) {
        m_why = u"the folder for certificates cannot be written"_s;
        return false;
    }
    return run(QStringList{u"req"_s, u"-x509"_s} + newKey
               + QStringList{u"-config"_s, u"settings"_s, u"-keyout"_s, u"authority.key"_s, u"-out"_s,
                             u"authority.pem"_s, u"-subj"_s, u"/CN=Authority of the tests"_s, u"-days"_s, u"2"_s});
}

QSslCertificate Authority::certificate() const
{
    return QSslCertificate::fromPath(path(u"authority.pem"_s)).value(0);
}

Authority::CertificateFiles Authority::issue(const QString &names, const QDateTime &from, KeyKind kind)
{
    constexpr int hour = 3'600;
    const QDateTime begin = from.isValid() ? from : QDateTime::currentDateTimeUtc().addSecs(-hour);
    const QDateTime end = from.isValid() ? from.addSecs(hour) : begin.addSecs(2 * hour);
    const QString name = QString::number(++m_issued);
    const bool isIssued =
        run(QStringList{u"req"_s} + (kind == KeyKind::Rsa ? newRsaKey : newKey)
            + QStringList{u"-config"_s, u"settings"_s, u"-keyout"_s, name + u".key"_s, u"-out"_s, name + u".csr"_s,
                          u"-subj"_s, u"/CN=server"_s, u"-addext"_s, u"subjectAltName="_s + names})
        && run({u"ca"_s, u"-batch"_s, u"-notext"_s, u"-config"_s, u"settings"_s, u"-cert"_s, u"authority.pem"_s,
                u"-keyfile"_s, u"authority.key"_s, u"-in"_s, name + u".csr"_s, u"-out"_s, name + u".pem"_s,
                u"-startdate"_s, timeText(begin), u"-enddate"_s, timeText(end)});
    return isIssued ? CertificateFiles{path(name + u".pem"_s), path(name + u".key"_s)} : CertificateFiles();
}

Authority::CertificateFiles Authority::selfSigned(const QString &names)
{
    const QString name = QString::number(++m_issued);
    const bool isSigned =
        run(QStringList{u"req"_s, u"-x509"_s} + newKey
            + QStringList{u"-config"_s, u"settings"_s, u"-keyout"_s, name + u".key"_s, u"-out"_s, name + u".pem"_s,
                          u"-subj"_s, u"/CN=server"_s, u"-addext"_s, u"subjectAltName="_s + names, u"-days"_s, u"2"_s});
    return isSigned ? CertificateFiles{path(name + u".pem"_s), path(name + u".key"_s)} : CertificateFiles();
}

bool Authority::run(const QStringList &arguments)
{
    QProcess openssl;
    openssl.setWorkingDirectory(m_folder.path());
    openssl.setProcessChannelMode(QProcess::MergedChannels);
    openssl.start(u"openssl"_s, arguments);
    if (openssl.waitForFinished() && openssl.exitStatus() == QProcess::NormalExit && openssl.exitCode() == 0)
        return true;
    m_why = u"openssl %1: %2"_s.arg(arguments.value(0), QString::fromUtf8(openssl.readAll()).simplified());
    return false;
}

} // namespace islet::test
