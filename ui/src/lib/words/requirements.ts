/**
 * What a customer asked for, in human words: Partner Center's codes for industries, services, products, solutions and
 * company sizes. Source: domain.md 1.6. A code that is not in these lists is shown exactly as it came.
 */
import type { LeadDetail, Need } from '$lib/api/generated';

type Words = (id: string, args?: Record<string, string | number>) => string;

const INDUSTRIES: Record<string, string> = {
  'Agriculture, Forestry, & Fishing': 'industry-agriculture',
  'Communications & Media': 'industry-media',
  Education: 'industry-education',
  'Financial Services': 'industry-financial',
  Government: 'industry-government',
  Healthcare: 'industry-healthcare',
  Hospitality: 'industry-hospitality',
  Manufacturing: 'industry-manufacturing',
  'Power & Utilities': 'industry-utilities',
  'Public Safety and National Security': 'industry-public-safety',
  'Retail & Consumer Goods': 'industry-retail',
  Services: 'industry-services',
  'Travel & Transportation': 'industry-travel',
  'Wholesale & Distribution': 'industry-wholesale',
};

const SERVICES: Record<string, string> = {
  ConsultingAndProfessional: 'service-consulting',
  'CustomSolution(ISV)': 'service-custom-solution',
  DeploymentOrMigration: 'service-deployment',
  Hardware: 'service-hardware',
  Integration: 'service-integration',
  'IPServices(ISV)': 'service-ip-services',
  LearningAndCertification: 'service-learning',
  Licensing: 'service-licensing',
  ManagedServices: 'service-managed',
  ProjectServices: 'service-project',
};

/** Products keep their names in every language; only the spelling of the code is undone. */
const PRODUCTS: Record<string, string> = {
  EnterpriseMobilityAndSecurity: 'Enterprise Mobility + Security',
  DeveloperTools: 'Developer Tools',
  Dynamics365Business: 'Dynamics 365 Business',
  Dynamics365Enterprise: 'Dynamics 365 Enterprise',
  'DynamicsAX,GP,NAV,SL': 'Dynamics AX, GP, NAV, SL',
  Microsoft365: 'Microsoft 365',
  PowerBI: 'Power BI',
  SkypeForBusiness: 'Skype for Business',
  SurfaceHub: 'Surface Hub',
};

/** Microsoft's own names of its solution categories. */
const SOLUTIONS: Record<string, string> = {
  AdvancedAnalytics: 'Advanced analytics',
  ApplicationIntegration: 'Application integration',
  ArtificialIntelligence: 'Artificial intelligence',
  AzureSecurityOperationManagement: 'Azure security and operations management',
  AzureStack: 'Azure Stack',
  BackupDisasterRecovery: 'Backup and disaster recovery',
  BigData: 'Big data',
  CloudDatabaseMigration: 'Cloud database migration',
  CloudMigration: 'Cloud migration',
  CloudVoice: 'Cloud voice',
  CognitiveServices: 'Cognitive services',
  CompetitiveDatabaseMigration: 'Competitive database migration',
  DataWarehouse: 'Data warehouse',
  DatabaseonLinux: 'Database on Linux',
  DevelopmentandTest: 'Development and test',
  DigitalMedia: 'Digital media',
  Dynamics365forCustomerService: 'Dynamics 365 for Customer Service',
  Dynamics365forFieldService: 'Dynamics 365 for Field Service',
  Dynamics365forFinanceOperations: 'Dynamics 365 for Finance and Operations',
  Dynamics365forRetail: 'Dynamics 365 for Retail',
  Dynamics365forSales: 'Dynamics 365 for Sales',
  Dynamics365forTalent: 'Dynamics 365 for Talent',
  DynamicsonAzure: 'Dynamics on Azure',
  EnterpriseBusinessIntelligence: 'Enterprise business intelligence',
  HighPerformanceComputing: 'High-performance computing',
  HybridStorage: 'Hybrid storage',
  IdentityandAccessManagement: 'Identity and access management',
  InformationManagement: 'Information management',
  InternetofThings: 'Internet of Things',
  MachineLearning: 'Machine learning',
  Microserviceapplications: 'Microservice applications',
  MobileApplications: 'Mobile applications',
  MySQLPostgresMigrationtoAzure: 'MySQL and Postgres migration to Azure',
  NoSQLMigration: 'NoSQL migration',
  RedhatonAzure: 'Red Hat on Azure',
  RegulatoryComplianceGDPR: 'Regulatory compliance (GDPR)',
  SAPonAzure: 'SAP on Azure',
  ServerlessComputing: 'Serverless computing',
  SharepointonAzure: 'SharePoint on Azure',
  SQLServerUpgrade: 'SQL Server upgrade',
  ThreatProtection: 'Threat protection',
  WebDevelopment: 'Web development',
};

/** Looks only at the table's own entries: a code named `constructor` is just an unknown code. */
function own(table: Record<string, string>, code: string): string | undefined {
  return Object.hasOwn(table, code) ? table[code] : undefined;
}

/** The band of a company's size in words; null where the source gives none. */
export function sizeName(size: string | null, t: Words): string | null {
  if (!size?.trim()) return null;
  const band = /^(\d+)to(\d+)employees$/i.exec(size);
  if (band) return t('size-band', { from: Number(band[1]), to: Number(band[2]) });
  const more = /^morethan(\d+)employees$/i.exec(size);
  return more ? t('size-more-than', { count: Number(more[1]) }) : size;
}

/** Everything of `need` but the customer's words, and the size of the company, in words; empty ones left out. */
export function requirementNames(
  lead: { need: Need; customer: Pick<LeadDetail['customer'], 'size'> },
  t: Words,
): string[] {
  const { need, customer } = lead;
  const words = (table: Record<string, string>) => (code: string) => {
    const id = own(table, code);
    return id === undefined ? code : t(id);
  };
  const names = [
    ...need.industries.map(words(INDUSTRIES)),
    ...need.products.map((code) => own(PRODUCTS, code) ?? code),
    ...need.solutions.map((code) => own(SOLUTIONS, code) ?? code),
    ...need.services.map(words(SERVICES)),
    sizeName(customer.size, t) ?? '',
  ];
  return [...new Set(names.map((name) => name.trim()).filter(Boolean))];
}
