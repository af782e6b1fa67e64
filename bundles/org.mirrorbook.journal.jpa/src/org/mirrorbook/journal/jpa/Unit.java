package org.mirrorbook.journal.jpa;

import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import javax.sql.DataSource;

import org.eclipse.persistence.config.PersistenceUnitProperties;
import org.eclipse.persistence.jpa.PersistenceProvider;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.SharedCacheMode;
import jakarta.persistence.ValidationMode;
import jakarta.persistence.spi.ClassTransformer;
import jakarta.persistence.spi.PersistenceUnitInfo;
import jakarta.persistence.spi.PersistenceUnitTransactionType;

/**
 * What a persistence.xml would say, given to the provider as a container does: it searches no class path and asks no class loader but this
 * bundle's. Entities are not woven, which needs no agent and no Equinox hook.
 *
 * @param name also the key by which EclipseLink keeps its session, so another one for each database
 */
@SuppressWarnings({"removal", "deprecation"})
record Unit(String name, DataSource source) implements PersistenceUnitInfo {

    private static final List<Class<?>> CLASSES = List.of(AccountRow.class, BookRow.class, CursorRow.class, OpenPositionRow.class,
            ClosingRecordRow.class, TradeRow.class, ExecutionRow.class, TradeEventRow.class, ProtectionRow.class, SlotColumns.class,
            LifeColumns.class, Micros.class);

    static EntityManagerFactory open(String name, DataSource source) {
        return new PersistenceProvider().createContainerEntityManagerFactory(new Unit(name, source), Map.of(
                PersistenceUnitProperties.WEAVING, "false",
                // it would write to the standard streams, and all that fails comes as an exception
                PersistenceUnitProperties.LOGGING_LEVEL, "OFF"));
    }

    @Override
    public String getPersistenceUnitName() {
        return name;
    }

    @Override
    public String getPersistenceProviderClassName() {
        return PersistenceProvider.class.getName();
    }

    @Override
    public String getScopeAnnotationName() {
        return null;
    }

    @Override
    public List<String> getQualifierAnnotationNames() {
        return List.of();
    }

    @Override
    public PersistenceUnitTransactionType getTransactionType() {
        return PersistenceUnitTransactionType.RESOURCE_LOCAL;
    }

    @Override
    public DataSource getJtaDataSource() {
        return null;
    }

    @Override
    public DataSource getNonJtaDataSource() {
        return source;
    }

    @Override
    public List<String> getMappingFileNames() {
        return List.of();
    }

    @Override
    public List<URL> getJarFileUrls() {
        return List.of();
    }

    @Override
    public URL getPersistenceUnitRootUrl() {
        return Unit.class.getProtectionDomain().getCodeSource().getLocation();
    }

    @Override
    public List<String> getManagedClassNames() {
        return CLASSES.stream().map(Class::getName).toList();
    }

    @Override
    public boolean excludeUnlistedClasses() {
        return true;
    }

    @Override
    public SharedCacheMode getSharedCacheMode() {
        return SharedCacheMode.NONE;
    }

    @Override
    public ValidationMode getValidationMode() {
        return ValidationMode.NONE;
    }

    @Override
    public Properties getProperties() {
        return new Properties();
    }

    @Override
    public String getPersistenceXMLSchemaVersion() {
        return "3.2";
    }

    @Override
    public ClassLoader getClassLoader() {
        return Unit.class.getClassLoader();
    }

    @Override
    public ClassLoader getNewTempClassLoader() {
        return Unit.class.getClassLoader();
    }

    @Override
    public void addTransformer(ClassTransformer transformer) {
        // nothing is woven
    }
}
